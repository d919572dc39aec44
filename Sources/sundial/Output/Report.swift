import ArgumentParser
import Foundation

/// What commands print.
enum Report {
    /// Prints a value as JSON, keys in order.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Prints a message to standard error, under the program's name.
    static func error(_ message: String) {
        FileHandle.standardError.write(Data("sundial: \(message)\n".utf8))
    }
}

/// The option of every command whose answer a program may read.
struct ReadOptions: ParsableArguments {
    @Flag(help: "Print JSON, as the API answers it.")
    var json = false
}
