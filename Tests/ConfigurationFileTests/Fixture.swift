import Foundation
import Testing

/// Files that tests read.
enum Fixture {
    /// A file beside the tests.
    static func text(_ name: String) throws -> String {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// The sample configuration that is delivered.
    static func sample() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "deploy/sample/center.yaml"), encoding: .utf8)
    }
}
