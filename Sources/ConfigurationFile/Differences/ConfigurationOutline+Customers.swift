internal import ContactCenter

extension ConfigurationOutline {
    /// How customers are recognised and treated.
    static func customers(_ treatment: CustomerTreatment) -> ConfigurationOutline {
        let recognition = Item(path: "customers", ["remember": treatment.remembered?.spelled])
        return ConfigurationOutline(name: "customers", items: [recognition] + treatment.rules.map(rule))
    }

    private static func rule(_ rule: CustomerRule) -> Item {
        Item(
            path: "customers.rules.\(rule.name)",
            [
                "when": rule.condition?.text,
                "queues": rule.queues.isEmpty ? nil : rule.queues.map(\.name).joined(separator: ", "),
                "raise": rule.raise == 0 ? nil : "\(rule.raise)",
                "agents": rule.agents?.text,
                "wait": rule.wait == .zero ? nil : rule.wait.spelled,
            ])
    }

    /// How a queue treats a contact's preferred agent; nil when as usual.
    static func text(of preferred: PreferredAgents) -> String? {
        let parts = [
            preferred.wait == .zero ? nil : "wait \(preferred.wait.spelled)", preferred.takesLast ? "last" : nil,
        ]
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? nil : text
    }
}
