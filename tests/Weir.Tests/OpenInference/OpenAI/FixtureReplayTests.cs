using System.ClientModel;
using System.Text.Json.Nodes;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Replays every recorded exchange through the real OpenAI client and compares the spans.</summary>
public sealed class FixtureReplayTests
{
    public static TheoryData<string, bool> Cases => Both(Fixture.Files(static _ => true));

    public static TheoryData<string> HidingCases => [.. Fixture.Files(static fixture => fixture.TraceConfig is not null)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Replay_RecordedExchange_GivesTheRecordedSpansWithOurDeviations(string file, bool isAsync)
    {
        Assert.SkipWhen(file.Length == 0, "The OpenInference fixtures are not there; set WEIR_SPECS to the folder that holds openinference-fixtures.");
        var fixture = Fixture.Load(file);
        var expected = fixture.ExpectedSpans;
        FixtureDeviations.Apply(fixture, expected);

        using var spans = new SpanCollector();
        await ReplayAsync(fixture, Config(fixture), isAsync);

        SpanComparison.AssertEqual(expected, spans.Spans);
        Assert.Equal(spans.Started.Count, spans.Spans.Count);
    }

    [Theory]
    [MemberData(nameof(HidingCases))]
    public async Task Replay_StrictCompatibility_GivesExactlyPythonsSpans(string file)
    {
        Assert.SkipWhen(file.Length == 0, "The OpenInference fixtures are not there; set WEIR_SPECS to the folder that holds openinference-fixtures.");
        var fixture = Fixture.Load(file);

        using var spans = new SpanCollector();
        await ReplayAsync(fixture, Config(fixture) with { StrictCompatibility = true }, isAsync: true);

        SpanComparison.AssertEqual(fixture.ExpectedSpans, spans.Spans);
    }

    private static async Task ReplayAsync(Fixture fixture, TraceConfig config, bool isAsync)
    {
        await using var server = FixtureServer.Start(fixture);
        var address = fixture.Response["refuse"]?.GetValue<bool>() == true ? new Uri("http://127.0.0.1:1") : server.Address;
        var replay = new FixtureCall(fixture, address, new OpenInferenceOptions { TraceConfig = config });
        using var suppression = fixture.IsSuppressed ? OpenInferenceContext.SuppressTracing() : null;
        using var context = UseContext(fixture.Context);
        try
        {
            await replay.RunAsync(isAsync);
        }
        catch (Exception e) when (e is ClientResultException or AggregateException or HttpRequestException or IOException or ArgumentOutOfRangeException)
        {
            // What the caller of the recorded exchange saw too; the span is what counts here.
        }
    }

    private static TraceConfig Config(Fixture fixture)
    {
        var config = TraceConfig.IgnoringEnvironment with { };
        foreach (var (name, value) in fixture.TraceConfig ?? [])
        {
            var property = typeof(TraceConfig).GetProperties().Single(p => p.Name.Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            property.SetValue(config, property.PropertyType == typeof(int) ? value!.GetValue<int>() : value!.GetValue<bool>());
        }

        return config;
    }

    private static IDisposable? UseContext(JsonObject? context)
    {
        if (context is null)
        {
            return null;
        }

        var template = context["prompt_template"] as JsonObject;
        return OpenInferenceContext.Use(new ContextAttributes
        {
            SessionId = context["session_id"]?.GetValue<string>(),
            UserId = context["user_id"]?.GetValue<string>(),
            Metadata = context["metadata"]?.ToJsonString(),
            Tags = [.. (context["tags"] as JsonArray ?? []).Select(static tag => tag!.GetValue<string>())],
            PromptTemplate = template?["template"]?.GetValue<string>(),
            PromptTemplateVersion = template?["version"]?.GetValue<string>(),
            PromptTemplateVariables = template?["variables"]?.ToJsonString(),
        });
    }

    private static TheoryData<string, bool> Both(IEnumerable<string> files)
    {
        var data = new TheoryData<string, bool>();
        foreach (var file in files)
        {
            data.Add(file, true);
            data.Add(file, false);
        }

        return data;
    }
}
