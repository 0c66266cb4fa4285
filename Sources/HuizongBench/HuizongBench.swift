internal import XLSXReading

/// `HuizongBench JOB …`: what reading costs, through the public interface of `XLSXReading`. Each job prints one line
/// of JSON, so that a harness can compare its answer with other programs'.
///
///     w1 FILE        every cell of the first sheet: numbers added up, text looked at as bytes
///     values FILE    the same, each cell as a CellValue
///     strings FILE   the same, and a String of each text cell kept in an array
///     pieces FILE    as w1, the sheet never held whole, whatever its size
///     folder FOLDER  every cell of every sheet of each .xlsx in the folder
///     inflate FILE   no cells: every part inflated and checked (not through the public interface)
@main
enum HuizongBench {
  static func main() {
    TimeZoneSetting.fix()
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 2, let name = words.first, let path = words.last, let job = Job(rawValue: name) else {
      BenchOutput.complain("usage: HuizongBench \(Job.allCases.map(\.rawValue).joined(separator: "|")) PATH")
      BenchOutput.exit(2)
    }
    do throws(XLSXReadError) {
      print(try job.run(path).json)
    } catch {
      BenchOutput.complain("\(path): \(error.message(in: .english))")
      BenchOutput.exit(2)
    }
  }
}
