import Crypto
import GatewayAPI

/// Tokens by the digest of their secrets.
struct TokenTable: Sendable {
    /// One token as it is kept.
    struct Entry: Codable, Hashable, Sendable {
        var token: Token
        /// SHA-256 of the secret, in hexadecimal.
        var digest: String
    }

    private var entries: [String: Entry]

    init(_ entries: [Entry] = []) {
        self.entries = Dictionary(entries.map { ($0.digest, $0) }) { first, _ in first }
    }

    /// Everything that is to be kept, oldest first.
    var kept: [Entry] {
        entries.values.sorted { ($0.token.createdAt, $0.token.id) < ($1.token.createdAt, $1.token.id) }
            .map { entry in
                var entry = entry
                entry.token.lastUsedAt = nil
                return entry
            }
    }

    var tokens: [Token] {
        entries.values.map(\.token).sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// The token with this secret, noted as used; nil when there is none or it has expired.
    mutating func use(_ secret: Substring, at now: DateTime) -> Token? {
        let digest = Self.digest(secret)
        guard let token = entries[digest]?.token else { return nil }
        if let expiresAt = token.expiresAt, expiresAt <= now { return nil }
        entries[digest]?.token.lastUsedAt = now
        return token
    }

    /// Makes a token out of random bits, which is in no table yet.
    static func make(_ request: TokenRequest, at now: DateTime) -> (created: CreatedToken, entry: Entry) {
        var random = SystemRandomNumberGenerator()
        let secret = "sdl_" + (0..<4).map { _ in hexadecimal(random.next() as UInt64) }.joined()
        let token = Token(
            id: "t-" + hexadecimal(random.next() as UInt64).prefix(12), label: request.label, role: request.role,
            agent: request.agent, createdAt: now, expiresAt: request.expiresAt)
        return (CreatedToken(token: token, secret: secret), Entry(token: token, digest: digest(secret[...])))
    }

    /// Makes a token and takes it in.
    mutating func create(_ request: TokenRequest, at now: DateTime) -> CreatedToken {
        let (created, entry) = Self.make(request, at: now)
        apply(.created(entry))
        return created
    }

    /// Forgets a token; false when there is none of that id.
    mutating func revoke(_ id: String) -> Bool {
        guard entries.contains(where: { $0.value.token.id == id }) else { return false }
        apply(.revoked(id: id))
        return true
    }

    /// Takes in a change that was decided on. Complexity: O(1) for a new token, O(n) for one that is revoked.
    mutating func apply(_ change: TokenChange.Kind) {
        switch change {
        case .created(let entry): entries[entry.digest] = entry
        case .revoked(let id):
            if let digest = entries.first(where: { $0.value.token.id == id })?.key { entries[digest] = nil }
        }
    }

    private static func digest(_ secret: Substring) -> String {
        var secret = secret
        let digest = secret.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
        return String(unsafeUninitializedCapacity: 64) { buffer in
            for (index, byte) in digest.enumerated() {
                buffer[index * 2] = digit(byte >> 4)
                buffer[index * 2 + 1] = digit(byte & 0xF)
            }
            return 64
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
