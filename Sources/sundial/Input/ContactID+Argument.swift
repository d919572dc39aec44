public import ArgumentParser
public import ContactCenter

extension ContactID: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
