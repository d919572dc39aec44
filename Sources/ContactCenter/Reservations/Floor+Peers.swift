/// What floors know of each other.
extension Floor {
    /// What other floors may know of this one. Complexity: O(queues × channels + classes + agents / 64).
    public mutating func summary() -> FloorSummary {
        FloorSummary(floor: partition, configurationVersion: configurationVersion)
    }

    /// Takes note of another floor's summary; to be followed by ``Command/Body/seek``. Not a part of the state: it says
    /// only where to look.
    public mutating func learn(_ summary: FloorSummary) {}

    /// Forgets what was learned of another floor: it is too old, or the floor is gone.
    public mutating func forget(_ floor: UInt16) {}
}
