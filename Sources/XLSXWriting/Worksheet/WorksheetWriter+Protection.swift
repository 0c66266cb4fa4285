internal import CXlsxWriter

extension WorksheetWriter {
  /// Protects the sheet: cells whose format is locked refuse editing.
  /// - Throws: `.option` for a password that is empty, longer than 15 characters or not ASCII.
  public func protect(_ protection: SheetProtection) throws(XLSXWriteError) {
    if let password = protection.password {
      guard (1...SheetLimits.password).contains(password.utf8.count),
        password.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
      else {
        throw fail(.option, "a sheet's password needs 1 to \(SheetLimits.password) printable ASCII characters")
      }
    }
    func flag(_ action: SheetProtection.Action) -> UInt8 { protection.allowed.contains(action) ? 1 : 0 }
    var options = lxw_protection()
    options.no_select_locked_cells = 1 - flag(.selectLockedCells)
    options.no_select_unlocked_cells = 1 - flag(.selectUnlockedCells)
    options.format_cells = flag(.formatCells)
    options.format_columns = flag(.formatColumns)
    options.format_rows = flag(.formatRows)
    options.insert_columns = flag(.insertColumns)
    options.insert_rows = flag(.insertRows)
    options.insert_hyperlinks = flag(.insertHyperlinks)
    options.delete_columns = flag(.deleteColumns)
    options.delete_rows = flag(.deleteRows)
    options.sort = flag(.sort)
    options.autofilter = flag(.autofilter)
    options.objects = flag(.editObjects)
    try unsafe view { sheet in unsafe worksheet_protect(sheet, protection.password, &options) }
  }
}
