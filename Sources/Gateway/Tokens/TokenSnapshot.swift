import FoundationEssentials

/// All tokens at one place of a journal, as they are kept beside it: JSON, like each ``TokenChange``.
struct TokenSnapshot: Codable, Hashable, Sendable {
    private static let formVersion = 1

    private var version = Self.formVersion
    /// The tokens, oldest first.
    let tokens: [TokenTable.Entry]

    init(tokens: [TokenTable.Entry]) { self.tokens = tokens }

    /// Reads what ``bytes()`` wrote.
    ///
    /// - Throws: `DecodingError` when these bytes are no tokens, or of a later form.
    init(bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        guard version == Self.formVersion else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "tokens of form \(version)"))
        }
    }

    /// The tokens as they are kept.
    ///
    /// - Throws: `EncodingError`.
    func bytes() throws -> [UInt8] { [UInt8](try JSONEncoder().encode(self)) }
}
