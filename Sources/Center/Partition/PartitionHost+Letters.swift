import Cluster
import ContactCenter

// What the host has to do with letters, whose meaning only its floor knows.
extension PartitionHost {
    /// Whether a letter is still to be answered.
    func owes(_ letter: Letter) -> Bool { closure == nil && floor.owes(letter.subject) }

    /// The command that carries a letter this time, with an id of its own; nil when the letter is owed no more.
    func command(for letter: Letter) -> Command? {
        guard owes(letter) else { return nil }
        return Command(id: ids.next(at: businessNow()), body: letter.body)
    }

    /// A letter was answered; nil when it was given up. Nobody waits for what that leads to.
    func received(_ result: CommandResult?, for letter: Letter) {
        guard closure == nil, let body = letter.reply(result) else { return }
        carryOut(body)
    }

    /// Puts everything that the floor owes on its way again, once all that was decided is durable.
    func oweLettersAgain() {
        guard closure == nil else { return }
        let owed = floor.owedLetters()
        if !owed.isEmpty { outputs.append(.letters(owed), at: commit.position, stamp: stamp()) }
    }

    /// Puts the letters of the command that was just handled on their way, which came to events at `place`, or to none.
    func enqueueLetters(at place: JournalSequence?) {
        guard !output.letters.isEmpty else { return }
        outputs.append(.letters(output.letters), at: place ?? commit.position, stamp: place == nil ? stamp() : 0)
    }
}
