using Weir.Ledger.Admission;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>limits</c> of <c>weir.json</c>; without it nothing is limited.</summary>
internal static class LimitsSection
{
    public static RateLimits Read(ConfigNode? section)
    {
        if (section is null)
        {
            return new RateLimits();
        }

        var free = section.Object("free");
        var datasets = section.Object("datasets");
        var limits = new RateLimits
        {
            RequestsPerMinute = section.Number("requests_per_minute", least: 1, example: 60),
            TokensPerMinute = section.Number("tokens_per_minute", least: 1, example: 100_000),
            Concurrency = section.Number("concurrency", least: 1, example: 10),
            FreeRequestsPerMinute = free?.Number("requests_per_minute", least: 1, example: 20),
            DatasetRequestsPerMinute = datasets?.Number("requests_per_minute", least: 1, example: 30),
            DatasetRequestsPerDay = datasets?.Number("requests_per_day", least: 1, example: 500),
            FreeRequestsPerDay = free?.Number("requests_per_day", least: 1, example: 1_000),
        };
        free?.Finish();
        datasets?.Finish();
        section.Finish();
        return limits;
    }
}
