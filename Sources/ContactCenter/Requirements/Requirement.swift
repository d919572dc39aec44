public import Wire

/// What a contact asks of an agent: an expression over skills and attributes, known by its canonical text.
///
/// ```
/// language.fr >= 3 AND (billing >= 5 OR vip)
/// ```
///
/// Clauses are joined by `AND`, `OR`, `NOT` and parentheses (`NOT` binds tightest, `OR` loosest; keywords in any
/// case). A clause compares one name with values written out:
///
/// - `NAME == VALUE`, `!=`, `<`, `<=`, `>`, `>=`; `NAME IN (VALUE, …)`; `NAME HAS 'text'`; or `NAME` alone.
/// - A value is a number, a text in single or double quotes (`\` before a quote or `\`), `TRUE` or `FALSE`.
///
/// A name says by its qualifier whose it is: `skill.NAME` (the agent's level, 0 without the skill), `agent.NAME`
/// (an attribute of the agent; `agent.site` is the home site, `agent.id` the agent),
/// `contact.NAME` (an attribute of the contact).
/// Without a qualifier, what stands beside it decides:
///
/// - compared with numbers, it is a skill: `billing >= 5`;
/// - compared with texts or truths, or before `HAS`, it is an attribute of the contact: `tier IN ('gold')`;
/// - alone, it is the contact's attribute if the contact has it, and else whether the agent has such a skill: `vip`.
///
/// Every clause is either met or not; there is no third value, and `NOT` turns it round. An attribute that is
/// missing, or of another kind than what it is compared with, meets `!=` and nothing else. Alone, a value counts as
/// met unless it is missing, false, 0 or empty. `==` and `IN` ask of a list nothing that it could meet; `HAS` asks
/// whether a list holds a text, or a text is that text.
public struct Requirement: Hashable, Sendable {
    /// The longest text that is parsed, in UTF-8 bytes.
    public static let textBound = 1_024
    /// The longest canonical text, in UTF-8 bytes.
    public static let canonicalBound = 4_096
    /// The longest text of one to which a queue has added its sites, in UTF-8 bytes.
    static let widenedBound = 16_384
    /// How deep parentheses and `NOT` may be nested.
    public static let depthBound = 32
    /// The most clauses.
    public static let clauseBound = 64

    let parts: Parts

    /// Parses a text.
    ///
    /// - Throws: ``RequirementError``, which says at which character something else was expected.
    public init(parsing text: some StringProtocol) throws(RequirementError) {
        var parser = try RequirementParser(String(text), bound: Self.textBound)
        self.init(try parser.parse())
        guard self.text.utf8.count <= Self.canonicalBound else {
            throw RequirementError(
                .tooLong,
                "the requirement, written out, is \(self.text.utf8.count) bytes long, beyond \(Self.canonicalBound); "
                    + "ask for less in one requirement",
                column: 1)
        }
    }

    /// - Parameter expression: Simplified, or as it was parsed.
    init(_ expression: RequirementExpression) {
        parts = Parts(expression)
    }

    /// The canonical text: keywords in capitals, one space between words, no parentheses but those that are needed.
    public var text: String { parts.text }

    /// The skills it names, in rising order, each once; those that only stand behind `NOT` included.
    public var skills: [SkillID] { parts.skills }

    /// Whether anything in it depends on the contact; if not, it is its own residual for every contact.
    public var mentionsContact: Bool { parts.mentionsContact }

    public static func == (left: Requirement, right: Requirement) -> Bool {
        left.parts === right.parts || left.parts.fingerprint == right.parts.fingerprint && left.text == right.text
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(parts.fingerprint) }

    /// What was made of a text once, shared by all copies.
    final class Parts: Sendable {
        let expression: RequirementExpression
        let text: String
        let fingerprint: UInt64
        let skills: [SkillID]
        let mentionsContact: Bool

        init(_ expression: RequirementExpression) {
            self.expression = expression
            text = expression.text
            fingerprint = Checksum.of(Array(text.utf8))
            let clauses = expression.clauses
            skills = Set(clauses.compactMap(\.skill)).sorted()
            mentionsContact = clauses.contains(where: \.asksContact)
        }
    }
}

extension Requirement: CustomStringConvertible {
    public var description: String { text }
}

extension Requirement: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(text) }

    public init(from reader: inout WireReader) throws(WireError) {
        let offset = reader.offset
        let text = try reader.readString(bound: Self.widenedBound)
        do {
            self = try RequirementMemo.requirement(of: text)
        } catch {
            throw WireError(.invalidValue, reading: "requirement", at: offset)
        }
    }
}
