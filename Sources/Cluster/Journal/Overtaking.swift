/// How the owner of a partition learns that another has begun to write its journal.
public enum Overtaking: Sendable {
    /// It cannot happen: nobody else can write while the journal is open.
    case impossible
    /// ``Journal/end()`` shows it at once.
    case seenInEnd
    /// Only an append shows it for certain: ``Journal/end()`` may be answered by a server that has itself been
    /// overtaken and does not know.
    case seenInAppends
}
