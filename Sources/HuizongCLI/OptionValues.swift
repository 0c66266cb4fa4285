public import ArgumentParser
public import Huizong
public import XLSXReading

// The values that options take.
extension RuleBook.Format: ExpressibleByArgument {}
extension CellDump.Format: ExpressibleByArgument {}
extension LedgerQuery.ExportFormat: ExpressibleByArgument {}
extension InboxShard: ExpressibleByArgument {}
extension MessageLanguage: ExpressibleByArgument {}
