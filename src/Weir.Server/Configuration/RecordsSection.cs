namespace Weir.Server.Configuration;

/// <summary>Reads <c>records</c> of <c>weir.json</c>: how long what is kept of exchanges is kept.</summary>
internal static class RecordsSection
{
    // A century: what is meant to be kept for ever.
    private const int MostDays = 36_500;

    public static WeirConfiguration Read(ConfigNode? section, WeirConfiguration configuration)
    {
        if (section?.Number("content_retention_days", least: 1, example: 90) is { } days)
        {
            configuration = configuration with { ContentRetention = TimeSpan.FromDays(Math.Min(days, MostDays)) };
        }

        section?.Finish();
        return configuration;
    }
}
