/// Contacts of one queue, requirement, ring and channel, whom the same agents may serve.
struct WaitingClass: Sendable {
    var key: Key
    /// What is left of the requirement once the contacts are known.
    var residual: Requirement?
    /// Members of the queue who meet the residual and are not withheld from it, free or not.
    var eligible: SlotSet
    /// No eligible agent stands before this position of the channel's idle ring.
    var cursor: Int32 = 0
    var list = WaitingList()
    /// Nothing but a place for a class to come.
    var isVacant = false

    /// What makes contacts alike. The answers are all of a contact's attributes that matters to the requirement.
    struct Key: Hashable, Sendable {
        let queue: QueueSlot
        let requirement: Requirement?
        let answers: ContactAnswers
        let ring: Int
        let channel: Channel
        /// Agents to whom no more than so many thousandths of what matters to it are released may not have them.
        let withheld: Int

        func hash(into hasher: inout Hasher) {
            let place = UInt64(queue.index) << 32 | UInt64(truncatingIfNeeded: ring) << 8 | UInt64(channel.rawValue)
            hasher.combine(place)
            if withheld > 0 { hasher.combine(withheld) }
            if let requirement {
                hasher.combine(requirement)
                if requirement.mentionsContact { hasher.combine(answers) }
            }
        }
    }
}
