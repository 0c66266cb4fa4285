import Glibc

/// What is done with each input, by the name in `HUIZONG_FUZZ`.
private let target: @Sendable ([UInt8]) -> Void = {
  let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "intake": fuzzIntake, "form": fuzzForm, "plan": fuzzPlan, "part": fuzzPart, "ledger": fuzzLedger,
  ]
  // Nobody changes the environment while a run goes on.
  guard let name = unsafe getenv("HUIZONG_FUZZ"), let target = unsafe targets[String(cString: name)] else {
    fatalError("HUIZONG_FUZZ names none of \(targets.keys.sorted())")
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEntry(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` bytes at `start` for the time of the call; they are copied.
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  target(bytes)
  return 0
}
