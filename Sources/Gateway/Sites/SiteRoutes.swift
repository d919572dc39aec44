import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Sites: listed, and traffic kept away from them and brought back.
struct SiteRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [list, shift, back] }

    private var list: Operation {
        Operation(
            id: "listSites", summary: "Lists every site, in the order of the configuration.", method: .get,
            path: "/v1/sites", roles: [.administrator, .supervisor], asksAll: true,
            answer: .json(status: 200, "SitePage")
        ) { _ in
            try .encoded(Page(items: try await center.sites().map { Site($0) }))
        }
    }

    private var shift: Operation {
        Operation(
            id: "shiftSite", summary: "Keeps all traffic, or all but a share, away from a site from now on.",
            method: .post, path: "/v1/sites/{site}/shift", roles: [.administrator], body: .json("ShiftRequest"),
            isCommand: true, answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            let (body, faults) = try call.read(ShiftRequest.self)
            try faults.check()
            return try await applied(share: Double(body.share ?? 0) / 100, reason: body.reason, for: call)
        }
    }

    private var back: Operation {
        Operation(
            id: "bringSiteBack", summary: "Brings all traffic back to a site.", method: .post,
            path: "/v1/sites/{site}/back", roles: [.administrator], isCommand: true,
            answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            try await applied(share: 1, reason: "", for: call)
        }
    }

    private func applied(share: Double, reason: String, for call: Call) async throws -> Response {
        let site = SiteID(call.text(.site))
        guard site.isValid else { throw call.missing(.site) }
        return try await center.reconfigure(
            .shiftSite(ShiftSite(site: site, share: share, reason: reason)), for: call)
    }
}
