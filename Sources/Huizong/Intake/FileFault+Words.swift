import PlanModel
import XLSXReading

extension FileFault {
  /// Returns what is wrong and what to do, without a full stop.
  func sentence(_ language: Language) -> String {
    let (what, remedy) = words(language)
    return remedy.isEmpty ? what : what + language("，", ": ") + remedy
  }

  /// Returns what is wrong with a file that a command names, such as a key, and what to do, without a full stop.
  func sentence(ofNamed language: Language) -> String {
    switch self {
    case .special, .link, .brokenLink:
      return words(language).what + language("，请给出文件本身的路径", ": give the path of the file itself")
    default: return sentence(language)
    }
  }

  /// Returns what is wrong with a list that is read from its place, and what to do, without a full stop.
  func sentence(ofList language: Language) -> String {
    let what = words(language).what
    switch self {
    case .special, .link, .brokenLink:
      return what + language("，请把登记的文件本身放在这里", ": put the list itself there")
    case .folder: return what + language("，请给这个文件夹换个名字", ": give the folder another name")
    default: return sentence(language)
    }
  }

  /// Returns what is wrong and what to do.
  func words(_ language: Language) -> (what: String, remedy: String) {
    switch self {
    case .special:
      (
        language("这不是文件，是管道、套接字或设备，没有读", "this is no file but a pipe, a socket or a device; it was not read"),
        language("请把报送的文件本身放进收件文件夹", "put the file itself into the inbox")
      )
    case .link:
      (
        language("这是链接，指向收件文件夹以外，没有读", "this is a link that leads out of the inbox; it was not followed"),
        language("请把报送的文件本身放进收件文件夹", "put the file itself into the inbox")
      )
    case .brokenLink:
      (
        language("这是链接，指向的文件不在或绕回自己，没有读", "this is a link to nothing, or to itself; it was not followed"),
        language("请把报送的文件本身放进收件文件夹", "put the file itself into the inbox")
      )
    case .packedReceipts:
      (
        language("压缩包里的收件登记不采用，没有读", "a list of receipts in an archive is not used; it was not read"),
        language("是收件人登记的，请放到收件文件夹里", "if it is the receiver's own, put it into the inbox")
      )
    case .folder:
      (
        language("这是文件夹，不是文件，没有读", "this is a folder, not a file; it was not read"),
        language("请给出其中的文件，或改用读文件夹的命令", "name the files in it")
      )
    case .tooDeep(let limit):
      (
        language("文件夹套得太深，里面的文件没有读", "the folders lie too deep; the files in it were not read")
          + InputLimit.folderDepth.words(limit, language),
        language("请把里面的文件移到浅一些的文件夹", "move the files up")
      )
    case .unreadableFolder:
      (
        language("文件夹打不开，里面的文件没有读", "the folder cannot be opened; the files in it were not read"),
        language("请检查这个文件夹的读取权限，或把里面的文件移出来", "check its permissions, or move the files out of it")
      )
    case .unreadable:
      (
        language("文件打不开，没有读", "the file cannot be opened; it was not read"),
        language("请检查这个文件的读取权限，或重新复制一份", "check its permissions, or copy it anew")
      )
    case .tooLarge(let size, let limit, let value):
      (
        limit == .listLines
          ? language("文件有\(size)行，太多，没有读", "the file has \(size) lines, too many to be read")
            + limit.words(value, language)
          : language("文件有\(ByteSize.text(size))，太大，没有读", "the file has \(ByteSize.text(size)), too much to be read")
            + limit.words(value, language),
        limit == .formBytes
          ? language(
            "请删去其中的图片等再报送；确要收的，用 --limits 放宽", "take pictures and the like out of it; --limits raises the limit")
          : language("请核对是不是放错了文件；确是要读的，用 --limits 放宽", "is it the right file? If it is, --limits raises the limit")
      )
    case .archive(let error): (String(error.message(in: language == .chinese ? .chinese : .english).dropLast()), "")
    }
  }
}
