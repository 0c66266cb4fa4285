/// What was counted; dates are cells, but not among the numbers.
struct Tally {
  var files = 0
  var cells = 0
  var numbers = 0
  var strings = 0
  /// Bytes of all text; of all parts where no cells are read.
  var textBytes = 0
  var sum = 0.0

  var json: String {
    let cents = Int((sum * 100).rounded())
    let (whole, part) = abs(cents).quotientAndRemainder(dividingBy: 100)
    let sum = "\(cents < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
    return """
      {"files": \(files), "cells": \(cells), "num": \(numbers), "str": \(strings), "text_bytes": \(textBytes), "sum": \(sum)}
      """
  }
}
