/// A choice among the sites of a queue: the table that was compared.
public struct SiteChoice: Codable, Hashable, Sendable {
    /// When.
    public var at: DateTime
    /// Whose agent was to get the contact; nil while nobody is free.
    public var chosen: String?
    /// All sites of the queue, the best first.
    public var sites: [Row]

    public init(at: DateTime, chosen: String?, sites: [Row]) {
        self.at = at
        self.chosen = chosen
        self.sites = sites
    }

    /// A site as it was compared with others.
    public struct Row: Codable, Hashable, Sendable {
        /// The site's id.
        public var site: String
        /// What kept the contact from its agents, such as `closed` or `busy`; nil for nothing.
        public var obstacle: String?
        /// Its agents who were free for the contact.
        public var idle: Int
        /// How long the contact would have waited for its agents alone; nil when none was at work.
        public var predictedWaitSeconds: Double?
        /// Of the queue's last contacts with its agents, the share answered in time; nil before the first.
        public var serviceLevel: Double?
        /// What the queue's configuration says.
        public var weight: Double
        /// When it opens or closes next; nil for never.
        public var changesAt: DateTime?
        /// Whether it closes before a contact would be handled as long as they take on average.
        public var closesSoon: Bool

        public init(
            site: String, obstacle: String?, idle: Int, predictedWaitSeconds: Double?, serviceLevel: Double?,
            weight: Double, changesAt: DateTime?, closesSoon: Bool
        ) {
            self.site = site
            self.obstacle = obstacle
            self.idle = idle
            self.predictedWaitSeconds = predictedWaitSeconds
            self.serviceLevel = serviceLevel
            self.weight = weight
            self.changesAt = changesAt
            self.closesSoon = closesSoon
        }
    }
}
