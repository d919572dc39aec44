import Synchronization

/// Requirements by their canonical texts, as they were read before: few of them stand in many contacts, and each
/// journal record, notice and snapshot carries them as text.
enum RequirementMemo {
    /// The most that are kept; further ones are parsed each time.
    private static let bound = 1_024

    private static let known = Mutex<[String: Requirement]>([:])

    /// The requirement of a canonical text.
    static func requirement(of text: String) throws(RequirementError) -> Requirement {
        if let requirement = known.withLock({ $0[text] }) { return requirement }
        var parser = try RequirementParser(
            text, bound: Requirement.widenedBound,
            clauseBound: Requirement.clauseBound + RingRequirements.ownClauses + Preference.clauseBound)
        let requirement = Requirement(try parser.parse())
        known.withLock { if $0.count < bound { $0[text] = requirement } }
        return requirement
    }
}
