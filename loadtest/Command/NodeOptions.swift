import ArgumentParser
import Foundation
import LoadHarness

/// Which center is spoken to.
struct NodeOptions: ParsableArguments {
    @Option(help: "Address of the center (SUNDIAL_URL; http://127.0.0.1:8080).") var url: String?
    @Option(help: "An administrator's token (SUNDIAL_TOKEN, or the file SUNDIAL_TOKEN_FILE).") var token: String?

    func target() throws(HarnessError) -> Target { try Target.named(url: url, token: token) }

    /// The node's data folder, if the token was read from it.
    var dataFolder: String? {
        guard token == nil, let path = ProcessInfo.processInfo.environment["SUNDIAL_TOKEN_FILE"] else { return nil }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: folder) ? folder : nil
    }
}
