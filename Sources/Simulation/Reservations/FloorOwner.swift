import ContactCenter
import Wire

/// A floor with its journal, and the letters that it owes: what a partition's owner does, without anything that runs.
///
/// What a command came to is durable some time later; only then its letters, its answer and what agents are told
/// leave. When the owner dies, what was not durable has never been.
struct FloorOwner {
    /// What waits for a place of the journal to be durable.
    enum Output {
        case letter(Letter)
        case answer(CommandResult, to: Envelope)
        case notices([Directive])
    }

    /// A letter that is sent until it is owed no more.
    struct Correspondence {
        var letter: Letter
        var since: Timestamp
        var next: Timestamp
    }

    private(set) var floor: Floor
    private var records: [[Event]] = []
    private var durable = 0
    private var snapshot: (count: Int, bytes: [UInt8])?
    private var waiting: [(place: Int, output: Output)] = []
    private(set) var correspondence: [Letter.Subject: Correspondence] = [:]
    /// The order of the letters: a dictionary has none that stays.
    private var subjects: [Letter.Subject] = []
    private var output = FloorOutput(supervised: true)
    private var random: SeededGenerator
    /// Counts its lives.
    private(set) var life = 0
    var sabotage: ReservationSabotage?
    var problems: [String] = []

    init(partition: UInt16, seed: UInt64) {
        floor = Floor(partition: partition)
        random = SeededGenerator(seed: seed)
    }

    var isDurable: Bool { durable == records.count }
    var events: [Event] { records.flatMap { $0 } }

    /// Carries out a command at once.
    @discardableResult
    mutating func handle(_ body: Command.Body, at now: Timestamp, answering envelope: Envelope? = nil) -> CommandResult
    {
        let command = Command(id: CommandID(time: now, random: &random), body: body)
        floor.handle(command, now: now, into: &output)
        if !output.events.isEmpty { records.append(output.events) }
        let place = sabotage == .earlyLetters ? 0 : records.count
        for letter in output.letters { waiting.append((place, .letter(letter))) }
        if let envelope { waiting.append((place, .answer(output.result, to: envelope))) }
        if !output.directives.isEmpty { waiting.append((records.count, .notices(output.directives))) }
        return output.result
    }

    /// Some, or all, of the journal becomes durable; what may leave now is returned.
    mutating func flush(all: Bool) -> [Output] {
        if all {
            durable = records.count
        } else if random.chance(0.3) {
            durable += random.below(records.count - durable + 1)
        }
        if random.chance(0.02), durable == records.count {
            snapshot = (durable, floor.wireBytes())
        }
        let free = waiting.filter { $0.place <= durable }
        waiting.removeAll { $0.place <= durable }
        return free.map(\.output)
    }

    /// Takes a letter up, to be sent at once and again until it is owed no more.
    mutating func post(_ letter: Letter, at now: Timestamp) {
        guard correspondence[letter.subject] == nil else { return }
        correspondence[letter.subject] = Correspondence(letter: letter, since: now, next: now)
        subjects.append(letter.subject)
    }

    /// The letters that are to be sent now.
    mutating func due(at now: Timestamp) -> [Letter] {
        var letters: [Letter] = []
        for subject in subjects {
            guard let item = correspondence[subject] else { continue }
            guard floor.owes(subject) else {
                close(subject)
                continue
            }
            if let patience = item.letter.patience, item.since.advanced(by: patience) <= now {
                close(subject)
                if let reply = item.letter.reply(nil) { handle(reply, at: now) }
                continue
            }
            guard item.next <= now else { continue }
            letters.append(item.letter)
            correspondence[subject]?.next = now.advanced(by: .milliseconds(150))
            if sabotage == .sentOnce { close(subject) }
        }
        return letters
    }

    private mutating func close(_ subject: Letter.Subject) {
        correspondence[subject] = nil
        subjects.removeAll { $0 == subject }
    }

    mutating func learn(_ summary: FloorSummary, at now: Timestamp) {
        floor.learn(summary)
        handle(.seek, at: now)
    }

    mutating func forget(_ other: UInt16) { floor.forget(other) }
    mutating func summary() -> FloorSummary { floor.summary() }
    mutating func acceptance(of offer: ReservationID) -> Acceptance.State { floor.acceptance(of: offer) }

    /// The owner dies, and another takes over what was durable.
    mutating func crash(at now: Timestamp) {
        records.removeLast(records.count - durable)
        waiting = []
        correspondence = [:]
        subjects = []
        life += 1
        let replayed = replay(from: 0, Floor(partition: floor.partition))
        check(replayed)
        floor = replayed
        handle(.seek, at: now)
        if sabotage == .forgottenLetters { return }
        for letter in floor.owedLetters() { post(letter, at: now) }
    }

    /// The snapshot, and what came behind it, make the same floor as the whole journal.
    private mutating func check(_ replayed: Floor) {
        guard let snapshot else { return }
        do {
            let restored = replay(from: snapshot.count, try Floor(wireBytes: snapshot.bytes))
            if restored.wireBytes() == replayed.wireBytes() { return }
            problems.append("floor \(floor.partition) is another from its snapshot")
        } catch {
            problems.append("floor \(floor.partition) cannot be read from its snapshot: \(error)")
        }
    }

    /// What the journal alone says.
    mutating func replay(from start: Int, _ floor: Floor) -> Floor {
        var floor = floor
        for event in records[start...].joined() {
            if let objection = floor.objection(to: event) {
                problems.append("event \(event.change.name) does not fit: \(objection)")
                return floor
            }
            floor.apply(event)
        }
        return floor
    }
}
