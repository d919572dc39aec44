import Cluster
import Foundation
public import GatewayAPI
import NIOPosix
import Synchronization

/// Tokens in a small JSON file that only its owner may read.
///
/// A change is written to a new file beside it, synced, and renamed over it: after a crash there is the one or the
/// other, whole. When a token was last used is not kept over restarts.
public final class FileTokenStore: TokenStore {
    private let path: String
    private let table: Mutex<TokenTable>
    private let writing = AsyncLock()

    /// Reads the file, or begins with no tokens where there is none.
    ///
    /// - Throws: ``TokenError`` with `unreadable`.
    public init(path: String) throws(TokenError) {
        self.path = path
        table = Mutex(TokenTable(try Self.read(path)))
    }

    public func token(of secret: Substring, at now: DateTime) -> Token? {
        table.withLock { $0.use(secret, at: now) }
    }

    public func tokens() -> [Token] { table.withLock { $0.tokens } }

    public func create(_ request: TokenRequest, at now: DateTime) async throws(TokenError) -> CreatedToken {
        try await change { $0.create(request, at: now) }
    }

    public func revoke(_ id: String) async throws(TokenError) -> Bool {
        try await change { $0.revoke(id) }
    }

    /// Changes a copy, writes it, and puts it into force once it is written.
    private func change<Answer: Sendable>(
        _ change: @Sendable (inout TokenTable) -> Answer
    ) async throws(TokenError) -> Answer {
        await writing.lock()
        defer { writing.unlock() }
        var changed = table.withLock { $0 }
        let answer = change(&changed)
        let file = TokenFile(version: 1, tokens: changed.kept)
        let path = path
        do {
            try await NIOThreadPool.singleton.runIfActive { try file.write(to: path) }
        } catch {
            throw TokenError(
                .notWritten, "The tokens could not be written to \(path); nothing has changed.", cause: error)
        }
        let result = changed
        table.withLock { $0 = result }
        return answer
    }

    private static func read(_ path: String) throws(TokenError) -> [TokenTable.Entry] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            return try JSONDecoder().decode(TokenFile.self, from: data).tokens
        } catch {
            throw TokenError(
                .unreadable,
                "The tokens in \(path) cannot be read: mend the file, or move it away to begin with none.",
                cause: error)
        }
    }
}
