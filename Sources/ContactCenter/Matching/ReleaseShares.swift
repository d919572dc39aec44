/// Which contacts agents may have to whom a channel or a skill is released in part.
///
/// Every contact has a place from 0 to 999 by its number: of a thousand contacts in a row each place once, and those of
/// low places spread evenly, since the step is near the golden section of a thousand. An agent to whom 200 thousandths
/// are released may have the contacts at places below 200. So nothing has to be counted or remembered, and every floor
/// comes to the same.
struct ReleaseShares: Sendable {
    private static let step: UInt64 = 617

    private var channels = [[Int]](repeating: [], count: Channel.allCases.count)
    private var skills: [SkillID: [Int]] = [:]
    private(set) var isEmpty = true

    /// Notes that something is released to somebody.
    mutating func insert(_ release: Release) {
        isEmpty = false
        switch release.subject {
        case .channel(let channel): channels[Int(channel.rawValue)].append(release.thousandths)
        case .skill(let skill): skills[skill, default: []].append(release.thousandths)
        }
    }

    /// The largest share whose agents may not have a contact, of what matters to it; 0 when all may.
    func withheld(number: UInt64, channel: Channel, requirement: Requirement?) -> Int {
        let place = Int(number % 1_000 * Self.step % 1_000)
        var largest = 0
        for share in channels[Int(channel.rawValue)] where share <= place { largest = max(largest, share) }
        for skill in requirement?.skills ?? [] {
            for share in skills[skill] ?? [] where share <= place { largest = max(largest, share) }
        }
        return largest
    }
}
