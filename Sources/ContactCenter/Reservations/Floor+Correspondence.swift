/// What partitions ask of each other, and what they answer. Each may be repeated, late, and out of order: what it is
/// about tells whether it still says anything, so no result is kept for a repetition.
extension Floor {
    mutating func correspond(_ body: Command.Body, at now: Timestamp, into output: inout FloorOutput) {
        guard configurationVersion > 0 else {
            output.result = .refused(
                Refusal(.wrongState, "Partition \(partition) has no configuration yet; try again."))
            return
        }
        reviewSites(at: now, into: &output)
        var answer = CommandAnswer.nothing
        switch body {
        case .reserve(let value): answer = reserve(value, at: now, into: &output)
        case .commit(let id, let agent): answer = commit(id, by: agent, at: now, into: &output)
        case .giveBack(let value): takeBack(value, at: now, into: &output)
        case .settle(let value):
            settleGuest(value.reservation, version: value.version, value.standing, at: now, into: &output)
        case .claim(let value): answer = .claimed(find(value, at: now, into: &output))
        case .answered(let subject, let answer): received(answer, about: subject, at: now, into: &output)
        case .seek: seek(at: now, into: &output)
        case .learnCustomers(let news): learn(news, at: now, into: &output)
        default: break
        }
        settle(at: now, into: &output)
        output.result = .done(answer)
        writeLetters(into: &output)
    }

    /// Another floor answered a letter of this one.
    private mutating func received(
        _ answer: CommandAnswer, about subject: Letter.Subject, at now: Timestamp, into output: inout FloorOutput
    ) {
        switch subject {
        case .reserve(let id): receivedReserve(id, answer, at: now, into: &output)
        case .commit(let id):
            if case .holding(let contact, let version) = answer {
                settleGuest(id, version: version, .holding(contact), at: now, into: &output)
            } else if case .over(let over) = answer {
                settleGuest(id, version: .max, .over(over), at: now, into: &output)
            }
        case .giveBack(let id):
            if guests[id]?.phase == .returned { emit(.guestForgotten(id), at: now, into: &output) }
        case .settle(let id, let version): confirm(id, version, at: now, into: &output)
        case .claim(let agent, let number):
            receivedClaim(agent, number: number, found: answer == .claimed(true), at: now)
        }
    }
}

extension Command.Body {
    /// Whether partitions say this to each other, and their owners to their own floors; never a client.
    public var isBetweenPartitions: Bool {
        switch self {
        case .reserve, .commit, .giveBack, .settle, .claim, .answered, .seek, .learnCustomers: true
        default: false
        }
    }
}
