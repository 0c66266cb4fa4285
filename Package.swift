// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target. Warnings are errors; each unsafe expression must say so.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The targets stand in the order of their floors (Sources/README.md): each imports lower floors only.
let package = Package(
  name: "huizong",
  products: [
    .library(name: "XLSXReading", targets: ["SpreadsheetML", "XLSXReading"]),
    .library(name: "XLSXWriting", targets: ["XLSXWriting"]),
    .library(name: "Huizong", targets: ["Huizong"]),
    .executable(name: "huizong", targets: ["HuizongCLI"]),
    .executable(name: "HuizongBench", targets: ["HuizongBench"]),
  ],
  traits: [
    .trait(name: "ISAL", description: "Inflates large worksheets with ISA-L (libisal), faster than with zlib.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Floor 0: module maps over system libraries.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Floor 1: values of the file format, and digests.
    .target(name: "SpreadsheetML", swiftSettings: house),
    .target(name: "Hashing", dependencies: ["CNettle"], swiftSettings: house),

    // Floor 2: bytes to cells, cells to bytes. No words of planning.
    .target(
      name: "XLSXReading",
      dependencies: [
        "CZip", "CDeflate", "CZlib", .target(name: "CIsal", condition: .when(traits: ["ISAL"])), "SpreadsheetML",
      ],
      exclude: ["README.md"],
      swiftSettings: house),
    .target(name: "XLSXWriting", dependencies: ["CXlsxWriter", "CZip", "SpreadsheetML"], swiftSettings: house),

    // Floor 3: values of the domain.
    .target(name: "PlanModel", dependencies: ["SpreadsheetML"], swiftSettings: house),
    .target(name: "OfficeStyle", dependencies: ["SpreadsheetML", "XLSXWriting"], swiftSettings: house),

    // Floor 4: what the plan and its rules say.
    .target(
      name: "Validation", dependencies: ["PlanModel", "XLSXReading"], exclude: ["README.md"], swiftSettings: house),

    .target(
      name: "PlanFile",
      dependencies: [
        "Hashing", "PlanModel", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["SCHEMA.md"],
      swiftSettings: house),

    // Floor 5: forms, and what is done with their figures.
    .target(
      name: "Forms",
      dependencies: [
        "Hashing", "PlanModel", "OfficeStyle", "SpreadsheetML", "Validation", "XLSXReading", "XLSXWriting",
      ],
      exclude: ["README.md"],
      swiftSettings: house),
    .target(name: "Consolidation", dependencies: ["PlanModel", "Validation"], swiftSettings: house),

    // Floor 6: what leaders read.
    .target(
      name: "Reports",
      dependencies: [
        "Consolidation", "OfficeStyle", "PlanFile", "PlanModel", "SpreadsheetML", "Validation", "XLSXWriting",
      ],
      swiftSettings: house),

    .target(
      name: "LedgerStore",
      dependencies: [
        "Consolidation", "Forms", "Hashing", "PlanModel",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["README.md"],
      swiftSettings: house),

    // Floor 7: one call per job.
    .target(
      name: "Huizong",
      dependencies: [
        "SpreadsheetML", "XLSXReading", "XLSXWriting", "PlanModel", "PlanFile", "Validation", "Forms", "Consolidation",
        "LedgerStore", "Reports", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["REFUSALS.md"],
      swiftSettings: house),

    // Floor 8: the command line.
    .executableTarget(
      name: "HuizongCLI",
      dependencies: [
        "Huizong", "PlanFile", "PlanModel", "XLSXReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"],
      swiftSettings: house),

    .executableTarget(
      name: "HuizongBench", dependencies: ["SpreadsheetML", "XLSXReading"], swiftSettings: house),
    .executableTarget(
      name: "FormsBench",
      dependencies: [
        "Consolidation", "Forms", "LedgerStore", "PlanFile", "PlanModel", "Reports", "SpreadsheetML", "Validation",
        "XLSXWriting",
      ],
      swiftSettings: house),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    // What scripts/fuzz runs on the upper floors.
    .target(
      name: "OfficeFuzzing",
      dependencies: [
        "Consolidation", "Forms", "Huizong", "LedgerStore", "PlanFile", "PlanModel", "SpreadsheetML", "TestSupport",
        "Validation", "XLSXReading", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Fuzzing/Office",
      swiftSettings: house),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: house),
    .testTarget(name: "SpreadsheetMLTests", dependencies: ["SpreadsheetML"], swiftSettings: house),
    .testTarget(
      name: "XLSXReadingTests", dependencies: ["SpreadsheetML", "TestSupport", "XLSXReading"], swiftSettings: house),
    .testTarget(
      name: "XLSXWritingTests", dependencies: ["SpreadsheetML", "XLSXReading", "XLSXWriting"], swiftSettings: house),
    .testTarget(
      name: "OfficeStyleTests", dependencies: ["OfficeStyle", "SpreadsheetML", "XLSXReading", "XLSXWriting"],
      swiftSettings: house),
    .testTarget(
      name: "HuizongTests",
      dependencies: [
        "Consolidation", "Forms", "Huizong", "LedgerStore", "PlanFile", "PlanModel", "SpreadsheetML", "TestSupport",
        "Validation",
        "XLSXReading",
      ],
      swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Consolidation", "Huizong", "HuizongCLI", "PlanModel"], swiftSettings: house
    ),
    .testTarget(
      name: "ConsolidationTests", dependencies: ["Consolidation", "PlanModel", "TestSupport", "Validation"],
      swiftSettings: house),
    .testTarget(
      name: "FormsTests",
      dependencies: [
        "Forms", "PlanModel", "SpreadsheetML", "TestSupport", "Validation", "XLSXReading", "XLSXWriting",
      ],
      swiftSettings: house),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "Consolidation", "Forms", "LedgerStore", "PlanModel", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "PlanFileTests", dependencies: ["PlanFile", "PlanModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: house),
    .testTarget(name: "PlanModelTests", dependencies: ["PlanModel"], swiftSettings: house),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Consolidation", "OfficeStyle", "PlanFile", "PlanModel", "Reports", "SpreadsheetML", "Validation",
        "XLSXReading", "XLSXWriting",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ValidationTests", dependencies: ["PlanModel", "SpreadsheetML", "Validation", "XLSXWriting"],
      swiftSettings: house),
  ]
)
