import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// The customer store: listed, searched, shown, kept and forgotten.
struct CustomerRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, show, keep, forget] }

    private var list: Operation {
        Operation(
            id: "listCustomers", summary: "Lists customers by rising id, or finds the one known by an identity.",
            method: .get, path: "/v1/customers", roles: [.administrator, .supervisor, .connector],
            query: [
                .init(
                    name: "identity", summary: "Only who is known by this phone number, e-mail address or web id.",
                    schema: Schema.text(minimum: 1, maximum: InputFaults.customerLength)),
                .init(name: "after", summary: "Only those behind this id.", schema: Schema.name),
                .init(
                    name: "limit", summary: "The most to be listed; 100 if absent.", schema: Schema.integer(1...1000)),
            ],
            answer: .json(status: 200, "CustomerPage"), refusals: [400]
        ) { call in
            let (after, limit) = (try Self.after(in: call), try Self.limit(of: call))
            if let identity = call.query["identity"] {
                guard (1...InputFaults.customerLength).contains(identity.unicodeScalars.count) else {
                    throw ProblemError(
                        .malformedRequest, "identity must have 1 to \(InputFaults.customerLength) characters.")
                }
                let found = try await center.customer(known: CustomerIdentity(identity))
                return try .encoded(Page(items: [found].compactMap { $0.map { StoredCustomer($0) } }))
            }
            let customers = try await center.customers(after: after, limit: limit)
            let next = customers.count == limit ? customers.last?.customer.id.name : nil
            return try .encoded(Page(items: customers.map { StoredCustomer($0) }, next: next))
        }
    }

    private var show: Operation {
        Operation(
            id: "showCustomer", summary: "Shows a customer, with the last contact if that is remembered.", method: .get,
            path: "/v1/customers/{customer}", roles: [.administrator, .supervisor, .connector],
            answer: .json(status: 200, "StoredCustomer")
        ) { call in
            guard let view = try await center.customer(try Self.customerID(of: call)) else {
                throw call.missing(.customer)
            }
            return try .encoded(StoredCustomer(view))
        }
    }

    private var keep: Operation {
        Operation(
            id: "keepCustomer",
            summary: "Keeps a customer, in the place of the one of that id; every partition learns it within seconds.",
            method: .put, path: "/v1/customers/{customer}", roles: [.administrator, .connector],
            body: .json("CustomerRequest"), isCommand: true, answer: .noContent
        ) { call in
            let (body, faults) = try call.read(CustomerRequest.self)
            let customer = try Customer(try Self.customerID(of: call), body, faults)
            _ = try await center.carryOut(.keepCustomer(customer), for: call)
            return .noContent
        }
    }

    private var forget: Operation {
        Operation(
            id: "forgetCustomer", summary: "Forgets a customer; contacts that are there keep what they have.",
            method: .delete, path: "/v1/customers/{customer}", roles: [.administrator, .connector], isCommand: true,
            answer: .noContent
        ) { call in
            _ = try await center.carryOut(.forgetCustomer(try Self.customerID(of: call)), for: call)
            return .noContent
        }
    }

    private static func customerID(of call: Call) throws(ProblemError) -> CustomerID {
        let id = CustomerID(call.text(.customer))
        guard id.isValid else { throw call.missing(.customer) }
        return id
    }

    private static func after(in call: Call) throws(ProblemError) -> CustomerID? {
        guard let text = call.query["after"] else { return nil }
        guard CustomerID(text).isValid else {
            throw ProblemError(.malformedRequest, "after must be the id of a customer.")
        }
        return CustomerID(text)
    }

    private static func limit(of call: Call) throws(ProblemError) -> Int {
        guard let text = call.query["limit"] else { return 100 }
        guard let limit = Int(text), (1...1000).contains(limit) else {
            throw ProblemError(.malformedRequest, "limit must be a whole number between 1 and 1000.")
        }
        return limit
    }
}
