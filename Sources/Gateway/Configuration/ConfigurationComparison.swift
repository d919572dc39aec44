import ConfigurationFile
import ContactCenter
import GatewayAPI

/// What is different between two configurations, as the API shows it.
enum ConfigurationComparison {
    /// Every change, as the API shows it.
    ///
    /// - Parameter old: nil when none is in force.
    static func changes(
        from old: CenterConfiguration?, to new: CenterConfiguration
    ) -> [GatewayAPI.ConfigurationDifference.Change] {
        differences(old ?? CenterConfiguration(), new).map { change in
            GatewayAPI.ConfigurationDifference.Change(
                kind: kind(change.kind), path: change.path, before: change.old, after: change.new)
        }
    }

    private static func kind(
        _ kind: ConfigurationChange.Kind
    ) -> GatewayAPI.ConfigurationDifference.Change.Kind {
        switch kind {
        case .added: .added
        case .removed: .removed
        case .changed: .changed
        }
    }
}
