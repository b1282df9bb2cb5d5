package import Tabular

/// What is wrong with a manifest.
package enum ManifestFault: Hashable, Sendable {
  // The text and its nodes.
  case notYAML(detail: String)
  case empty
  /// The text that a store keeps is not a manifest.
  case notKept
  /// A path that leads out of the folder of manifests.
  case leadsOut
  case notAMapping(known: [String])
  case keyNotText
  case unknownKey(String, suggestion: String?, known: [String])
  case notAList
  case notText
  case blank
  case notAnInteger(least: Int)
  case notABoolean
  case notACharacter
  case notOneOf(String, known: [String], suggestion: String?)
  /// Keys that it needs.
  case needs([String])

  // The top.
  case noName
  case noFields
  case noMatchingRule
  case noField(String, suggestion: String?)
  case namedTwice(field: String)
  case emptyFields
  case reservedName(String)
  case definedTwice(field: String)
  case columnClaimedTwice(Int, String, String)
  case badDataset(String)

  // The dialect.
  case cannotDivide
  case unorderedHeaderRows
  case sheetNamedTwice
  case onlyDoubleQuotes
  case onlyDoubledQuotes

  // A field.
  case fieldWithoutName
  case signsAroundNumbers
  case uncheckedFormat(String)
  case formatless(type: FieldType)
  case badFormat(String, DatePatternFault)
  case checksAreForText
  case formatsAreForDates
  case maskedWithoutCheck
  case onlyNFKC(type: FieldType)
  case sentinelsAreForDates
  case codesAreForText
  case codeTable(TabularError)
  case lengthsAreForText
  case badPattern(String, PatternFault)
  case groupSize
  case groupSizeWithoutCharacter
  case badBound(String, type: FieldType)
  case publicAndPersonal(field: String)

  // A norm of staffing.
  case postTwice(role: String, level: String)
  case tooManyPosts(most: Int)

  // What is counted in cells.
  case columnTwice(String)
  case notAColumnName(String)

  // The block `gewu`.
  case dedupeWithoutKey
  case appendWithKey
  case loadWithoutKey(LoadMode)
  case noPartitionFields
  case partitionWithoutLoad
  case emptyPartition
  /// A pattern of a period that names no year and no month.
  case periodWithoutPlaces
  /// A period takes either a pattern of the file's name or a field.
  case periodOfOneKind
  case keyExcluded(field: String)
  case notADate(field: String, type: FieldType)
  case exposureNotANumber(field: String)
  case notAnErrorLimit
  case notAShare(example: String)
  case notDays
  case warnAfterError
  case sensitivityOutOfRange
  case noSubject
  case emptyIdentity
  case subjectNeedsField(Subject, String)
  case subjectNeedsKey(Subject)

  // Where the records are.
  case positionNotAlone
  case mixedLocation(kind: String)
  case geometryIncomplete
  case coordinatesIncomplete
  case axisNotANumber(field: String)
  case withinIsForAuto
  case unknownCRS(String)
}
