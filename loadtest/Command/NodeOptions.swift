import ArgumentParser
import Foundation
import LoadHarness

/// Which center is spoken to.
struct NodeOptions: ParsableArguments {
    @Option(
        name: .customLong("url"),
        help: "Address of a node of the center (SUNDIAL_URL; http://127.0.0.1:8080); may be given several times.")
    var urls: [String] = []
    @Option(help: "An administrator's token (SUNDIAL_TOKEN, or the file SUNDIAL_TOKEN_FILE).") var token: String?

    /// The nodes that are named; the first of them where one is enough.
    func targets() throws(HarnessError) -> [Target] {
        if urls.isEmpty { return [try Target.named(url: nil, token: token)] }
        return try urls.map { url throws(HarnessError) in try Target.named(url: url, token: token) }
    }

    /// The node's data folder, if the token was read from it.
    var dataFolder: String? {
        guard token == nil, let path = ProcessInfo.processInfo.environment["SUNDIAL_TOKEN_FILE"] else { return nil }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: folder) ? folder : nil
    }
}
