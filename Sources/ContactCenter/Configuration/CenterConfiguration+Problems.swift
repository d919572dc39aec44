extension CenterConfiguration {
    /// Everything that is wrong with it, in the order of its parts; empty when it may be put into force.
    ///
    /// Paths name places by section and number: `queues[2].calendar`, `agents[0].skills.billing`.
    public func problems() -> [ConfigurationProblem] {
        var check = ConfigurationCheck(self)
        check.checkCenter()
        check.checkSites()
        check.checkCalendars()
        check.checkNames()
        check.checkCapacities()
        check.checkQueues()
        check.checkCustomers()
        check.checkAgents()
        return check.problems
    }
}
