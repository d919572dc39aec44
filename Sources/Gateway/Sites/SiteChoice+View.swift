import ContactCenter
import GatewayAPI

extension GatewayAPI.SiteChoice {
    /// A choice among sites as the API shows it.
    init(_ choice: ContactCenter.SiteChoice) {
        self.init(
            at: DateTime(choice.at), chosen: choice.chosen?.name,
            sites: choice.sites.map { site in
                Row(
                    site: site.site.name, obstacle: site.obstacle?.name, idle: site.idle,
                    predictedWaitSeconds: site.predictedWait?.inSeconds, serviceLevel: site.serviceLevel,
                    weight: site.weight, changesAt: site.changesAt.map { DateTime($0) }, closesSoon: site.closesSoon)
            })
    }
}
