import ContactCenter

extension HistoryChecker {
    /// A contact was to be opened.
    mutating func check(_ opening: Invocation.Opening, sent: Int, _ outcome: InvocationOutcome) {
        unansweredOpenings.remove(outcome.number)
        switch outcome.result {
        case .failed: report.contacts.refused += 1
        case .unknown, .ok(nil): break
        case .ok(let id?): opened(id, opening, sent, outcome.number)
        }
    }

    private mutating func opened(_ id: ContactID, _ opening: Invocation.Opening, _ sent: Int, _ number: UInt64) {
        openedBy[number] = id
        let place = place(of: id)
        if contacts[place].opening != nil {
            report.contacts.doubled += 1
            violated(
                .doubled, "two contacts that were opened were both acknowledged as \(id)",
                lines: [contacts[place].line, line])
            return
        }
        report.contacts.opened += 1
        contacts[place].opening = opening
        contacts[place].openingLine = sent
        contacts[place].line = line
        let mayTimeOut = configurations.last?.queue(opening.queue)?.hasMaximumWait ?? true
        if mayTimeOut, contacts[place].possible == .waiting {
            contacts[place].possible.insert(.ended)
        }
    }

    /// A repeated command was answered once more.
    mutating func openedAgain(_ known: ContactID, _ outcome: InvocationOutcome) {
        guard case .ok(let id?) = outcome.result, id != known else { return }
        report.contacts.doubled += 1
        let first = contactPlaces[known].map { contacts[$0].line } ?? line
        violated(
            .doubled, "one command that was repeated opened both contact \(known) and contact \(id)",
            lines: [first, line])
    }

    /// Judges how a contact ended, the history being over.
    mutating func finishContact(_ place: Int) {
        let record = contacts[place]
        guard record.opening != nil else { return }
        if record.isAnswered { report.contacts.answered += 1 }
        let isGivenUp = record.endReason.map { $0 == .abandoned } ?? record.isAbandoned
        if isGivenUp, !record.isAnswered { report.contacts.abandoned += 1 }
        if record.isShownLive, record.isShown, record.endReason == nil { report.contacts.live += 1 }
        let isSettled = record.endReason != nil || record.conceivable == .ended || record.isShown
        guard report.isComplete, !isSettled else { return }
        violated(
            .ends, "contact \(record.id) was acknowledged, reached no end, and is not shown live when the run ends",
            lines: [record.line])
    }
}
