using System.Globalization;
using Weir.Protocol.Console;
using Weir.Server.Configuration;

namespace Weir.Server.Endpoints.Settings;

/// <summary>Writes the settings that people ask about as texts. A list by hand: what is not in it, a credential among it, is not shown.</summary>
internal static class SettingTexts
{
    private static readonly WeirConfiguration Defaults = new();

    private static readonly (string Key, Func<WeirConfiguration, string> Text)[] All =
    [
        ("mode", configuration => configuration.Mode.ToString().ToLowerInvariant()),
        ("durability", configuration => configuration.Durability.ToString().ToLowerInvariant()),
        ("defaults.model", configuration => configuration.DefaultModel ?? "none"),
        ("providers", configuration => Names(configuration.Providers.Select(provider => provider.Slug))),
        ("models", configuration => Count(configuration.Models.Length, "described here")),
        ("catalog.import", configuration => Names(configuration.Imports.Select(import => import.Provider))),
        ("defaults.provider.order", configuration => Names(configuration.Routing.Order)),
        ("defaults.provider.only", configuration => Names(configuration.Routing.Only)),
        ("defaults.provider.ignore", configuration => Names(configuration.Routing.Ignore)),
        ("defaults.provider.sort", configuration => configuration.Routing.Sort?.ToString().ToLowerInvariant() ?? "by price and health"),
        ("defaults.provider.zdr", configuration => YesNo(configuration.Routing.ZeroRetention)),
        ("routing.total_ms", configuration => Span(configuration.Attempts.Total)),
        ("routing.hedge_after_ms", configuration => Span(configuration.Attempts.HedgeAfter)),
        ("routing.probe_every_ms", configuration => Span(configuration.ProbeEvery)),
        ("limits.requests_per_minute", configuration => Limit(configuration.Limits.RequestsPerMinute)),
        ("limits.tokens_per_minute", configuration => Limit(configuration.Limits.TokensPerMinute)),
        ("limits.concurrency", configuration => Limit(configuration.Limits.Concurrency)),
        ("byok.fee_percent", configuration => (configuration.ByokFeeShare * 100).ToString("0.##", CultureInfo.InvariantCulture)),
        ("cache.max_mb", configuration => (configuration.CacheBytes >> 20).ToString(CultureInfo.InvariantCulture)),
        ("traces.bodies", configuration => YesNo(configuration.TraceBodies)),
        ("traces.anonymous", configuration => YesNo(configuration.AnonymousTraces)),
        ("traces.text_index", configuration => YesNo(configuration.TraceStore.IndexesTexts)),
        ("traces.retention_days", configuration => Span(configuration.TraceStore.KeptFor)),
        ("traces.max_gb", configuration => configuration.TraceStore.MostBytes is { } most ? ((double)most / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture) : "none"),
        ("records.content_retention_days", configuration => Span(configuration.ContentRetention)),
        ("console.hosts", configuration => Names(configuration.ConsoleHosts)),
        ("oidc.issuer", configuration => configuration.Oidc?.Issuer ?? "none"),
        ("notifications", configuration => Names(Channels(configuration.Notifications))),
        ("media.allow_private_hosts", configuration => Names(configuration.PrivateMediaHosts)),
    ];

    public static IEnumerable<SettingRecord> Of(WeirConfiguration configuration) => All.Select(setting =>
    {
        var value = setting.Text(configuration);
        return new SettingRecord { Key = setting.Key, Value = value, IsSet = value != setting.Text(Defaults) };
    });

    private static IEnumerable<string> Channels(NotificationConfiguration? notifications)
    {
        if (notifications?.Webhook is not null)
        {
            yield return "webhook";
        }

        if (notifications?.Mail is not null)
        {
            yield return "mail";
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "none";

    private static string Count(int count, string what) => count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}");

    private static string Limit(long? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Span(TimeSpan? span) => span switch
    {
        null => "none",
        { TotalDays: >= 1 } days => string.Create(CultureInfo.InvariantCulture, $"{days.TotalDays:0.##} days"),
        { } shorter => string.Create(CultureInfo.InvariantCulture, $"{shorter.TotalMilliseconds:0} ms"),
    };
}
