public import ArgumentParser
public import ContactCenter

extension NameIdentifier {
    /// Reads a name; nil when it may not be used.
    public init?(argument: String) {
        self.init(argument)
        if !isValid { return nil }
    }
}

extension CustomerID: ExpressibleByArgument {}
extension IncidentID: ExpressibleByArgument {}
