/// What libFuzzer calls with each input; the file of the target in `Targets/` says what is done with it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEntry(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` bytes at `start` for the time of the call; they are copied.
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  fuzzOne(bytes)
  return 0
}
