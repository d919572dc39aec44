/// The capacity profiles of a configuration, made ready.
struct ProfileTable {
    private var limits: [CapacityID: CapacityLimits] = [:]

    init(_ configuration: CenterConfiguration) {
        for profile in configuration.capacities { limits[profile.id] = CapacityLimits(profile) }
    }

    /// The limits of a profile; none at all where there is no such profile.
    subscript(id: CapacityID) -> CapacityLimits { limits[id] ?? CapacityLimits(nil) }
}
