/// What a floor owes others.
extension Floor {
    /// Everything that other partitions are owed, from the state alone. Complexity: O(reservations + guests).
    public func owedLetters() -> [Letter] { [] }

    /// Whether a letter is owed still; asked before each repetition. Complexity: O(1).
    public mutating func owes(_ subject: Letter.Subject) -> Bool { false }

    /// Where a forwarded accept stands. Complexity: O(1).
    public mutating func acceptance(of offer: ReservationID) -> Acceptance.State { .over }
}
