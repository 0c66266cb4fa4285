internal import ArgumentParser
internal import Huizong
internal import PlanFile
internal import PlanModel

/// The plan file that a command names.
enum PlanInput {
  /// Returns the plan; prints every problem of the file and throws exit code 2 where there are any.
  static func read(_ path: String, _ limits: InputLimits, _ language: Language) throws -> Plan {
    do throws(JobError) {
      return try OpenPlan.plan(at: path, limits: limits).plan
    } catch {
      StandardStreams.complain(error.message(in: language))
      throw ExitCode.unusable
    }
  }

  /// Returns the document that the plan names, found from the plan file's folder; `nil` if it names none.
  static func documentPath(of plan: Plan, at path: String) -> String? {
    guard let file = plan.source?.file else { return nil }
    guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
    return path[...slash] + file
  }
}
