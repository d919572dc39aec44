public import ContactCenter

/// What is different between two configurations, told in the words of the file.
public enum ConfigurationDifference {
    /// What putting `new` into force in place of `old` changes: what is removed and changed in the order of the old
    /// configuration, what is added in the order of the new one, section by section. Empty when nothing does.
    ///
    /// A thing that is added or removed whole, such as a queue, is one change; its parts are its value. The order of
    /// agents and of dispositions is part of a configuration, and a change of it is listed last.
    public static func between(_ old: CenterConfiguration, _ new: CenterConfiguration) -> [ConfigurationChange] {
        var changes: [ConfigurationChange] = []
        for (left, right) in zip(ConfigurationOutline.sections(of: old), ConfigurationOutline.sections(of: new)) {
            changes += changesOfSection(left, right)
        }
        return changes
    }

    private static func changesOfSection(
        _ old: ConfigurationOutline, _ new: ConfigurationOutline
    ) -> [ConfigurationChange] {
        let before = Dictionary(old.items.map { ($0.path, $0) }) { first, _ in first }
        let after = Dictionary(new.items.map { ($0.path, $0) }) { first, _ in first }
        var changes: [ConfigurationChange] = []
        for item in old.items {
            if let other = after[item.path] {
                changes += changesOfItem(item, other)
            } else {
                changes.append(ConfigurationChange(path: item.path, old: item.summary, new: nil))
            }
        }
        for item in new.items where before[item.path] == nil {
            changes.append(ConfigurationChange(path: item.path, old: nil, new: item.summary))
        }
        let kept = (
            old.items.map(\.path).filter { after[$0] != nil }, new.items.map(\.path).filter { before[$0] != nil }
        )
        if kept.0 != kept.1 {
            changes.append(
                ConfigurationChange(path: "\(old.name) (order)", old: names(kept.0), new: names(kept.1)))
        }
        return changes
    }

    private static func changesOfItem(
        _ old: ConfigurationOutline.Item, _ new: ConfigurationOutline.Item
    ) -> [ConfigurationChange] {
        var changes: [ConfigurationChange] = []
        for (key, value) in old.values {
            let other = new.values.first { $0.key == key }?.value
            if value != other {
                changes.append(ConfigurationChange(path: "\(old.path).\(key)", old: value, new: other))
            }
        }
        for (key, value) in new.values where !old.values.contains(where: { $0.key == key }) {
            changes.append(ConfigurationChange(path: "\(new.path).\(key)", old: nil, new: value))
        }
        return changes
    }

    private static func names(_ paths: [String]) -> String {
        paths.map { $0.drop { $0 != "." }.dropFirst() }.joined(separator: ", ")
    }
}
