public import Consolidation
public import LedgerStore
public import PlanFile
public import PlanModel
public import Validation
public import XLSXReading

/// Why a job could not be done at all. What is wrong with a single submission is a finding, not an error.
public struct JobError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case plan(PlanFileError)
    /// Rules of the plan that cannot be used; never empty.
    case rules([RuleProblem])
    /// A text that is no period.
    case unreadablePeriod
    /// A period of another year than the plan's.
    case periodOfAnotherYear(plan: Int)
    case periodBeforeReporting(from: Period)
    /// With the units that there are.
    case unknownUnit(known: [String])
    /// A unit that has nothing to report in the period.
    case unitNotDue(Period)
    /// Nobody reports anything in that period.
    case nothingDue
    case missingFile
    /// A file that is there and cannot be read.
    case file(FileFault)
    case missingFolder
    case unreadableFolder
    /// An inbox of more files than its limit.
    case tooManyFiles(limit: Int)
    /// A workbook that is no submission and cannot be read.
    case workbook(XLSXReadError)
    /// A workbook of the operator's that says two things in these cells, or has lost something.
    case twoReadings(cells: [String])
    /// A workbook without anything that looks like a form.
    case noTable
    /// A workbook without the tables of a plan.
    case noPlanTables
    /// An output that is there, and is not to be replaced.
    case fileExists
    /// An indicator's entry in the plan file, or the whole of it, that is written in another way than can be edited.
    case unusualPlanText
    case key
    /// A key that the plan or the caller names, and that is not there.
    case missingKey
    /// A ledger in which something is wrong.
    case ledgerNotProved([LedgerProof.Fault])
    /// A form that is to be signed without the key.
    case noKeyToSign
    case cannotWrite
    /// A folder for returns that lies where submissions are looked for.
    case outputAmongSubmissions
    /// A file that two outputs are to be written to.
    case sameOutput
    /// A file to be written over one that the command reads.
    case wouldReplace
    /// A file to be written over one of another kind.
    case anotherKind
    case cannotWriteFor(Refusal)
    case unreadableDate
    /// A rule that there is not.
    case unknownRule
    case ledger(LedgerError)
    /// Neither unit, nor indicator, nor file of the ledger.
    case unknownInLedger
    /// Several files of the ledger, with their names.
    case ambiguousInLedger(known: [String])
    case unknownIndicator
    /// An indicator that is no figure of the unit's form in the period.
    case notToBeEntered(unit: String)
    case unreadableNumber
    /// A number of more digits than are kept.
    case numberTooLong
    /// A text that is no SHA-256.
    case unreadableDigest
    /// A view that the ledger does not have.
    case unknownView(known: [String])
    /// A total that needs more than 38 digits.
    case overflow
    /// A file that is no part of a period, or not as it was written.
    case part(PartialFile.Problem)
    /// Parts that do not make a whole; the subject is the one that does not fit.
    case parts(PartialError)
  }

  public let code: Code
  /// The file, folder or word that it is about.
  public let subject: String
  public let reason: String

  public init(_ code: Code, _ subject: String, reason: String = "") {
    self.code = code
    self.subject = subject
    self.reason = reason
  }
}
