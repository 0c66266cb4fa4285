internal import PlanModel

extension FileTrouble {
  /// Returns the reason and what to do, in one sentence without file name.
  func words(in language: Language) -> String {
    switch self {
    case .missing: language("找不到这个文件，请检查路径", "there is no such file; check the path")
    case .denied: language("没有读取权限，请检查文件权限", "reading it is not allowed; check its permissions")
    case .folder: language("这是文件夹，请写出其中的文件", "this is a folder; name a file in it")
    case .special:
      language("这是管道、套接字或设备，不是文件，请写明文件名", "this is no file but a pipe, a socket or a device; name a file")
    case .tooLarge(let limit):
      language(
        "文件超过\(limit >> 20)MB，不像是计划或它的原文，请检查",
        "it has more than \(limit >> 20) MB and is hardly a plan or its document; check the file")
    case .other: language("读取时出错，请检查文件和磁盘", "reading it failed; check file and disk")
    }
  }

  private static let names: [(name: String, trouble: FileTrouble)] = [
    ("missing", .missing), ("denied", .denied), ("folder", .folder), ("special", .special),
  ]

  /// How a problem of a plan file names it.
  var name: String { Self.names.first { $0.trouble == self }?.name ?? "other" }

  init(name: String) { self = Self.names.first { $0.name == name }?.trouble ?? .other }
}
