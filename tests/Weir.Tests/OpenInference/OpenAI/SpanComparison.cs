using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Compares spans with recorded ones by the rules of the fixtures' README.</summary>
public static class SpanComparison
{
    private static readonly string[] JsonKeys =
        ["input.value", "output.value", "llm.invocation_parameters", "embedding.invocation_parameters", "metadata", "llm.prompt_template.variables"];

    public static void AssertEqual(JsonArray expected, IReadOnlyList<Activity> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < actual.Count; i++)
        {
            AssertEqual(expected[i]!.AsObject(), actual[i]);
        }
    }

    private static void AssertEqual(JsonObject expected, Activity actual)
    {
        Assert.Equal(expected["name"]!.GetValue<string>(), actual.DisplayName);
        Assert.Equal(expected["otel_kind"]!.GetValue<string>(), actual.Kind.ToString().ToUpperInvariant());
        Assert.Equal(expected["status"]!["code"]!.GetValue<string>(), actual.Status.ToString().ToUpperInvariant());
        AssertAttributes(expected["attributes"]!.AsObject(), actual);
        AssertEvents(expected["events"]!.AsArray(), [.. actual.Events]);
    }

    private static void AssertAttributes(JsonObject expected, Activity actual)
    {
        var keys = actual.TagObjects.Select(static tag => tag.Key).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Select(static pair => pair.Key).Order(StringComparer.Ordinal), keys);
        foreach (var (key, value) in expected)
        {
            AssertValue(key, value!, actual.GetTagItem(key)!);
        }
    }

    private static void AssertValue(string key, JsonNode expected, object actual)
    {
        if (actual is string text && (JsonKeys.Contains(key) || key.EndsWith("tool.json_schema", StringComparison.Ordinal))
            && TryParse(text) is { } actualJson && TryParse(expected.GetValue<string>()) is { } expectedJson)
        {
            Assert.True(JsonNode.DeepEquals(expectedJson, actualJson), $"{key}: expected {expectedJson.ToJsonString()}, got {text}");
            return;
        }

        switch (actual)
        {
            case string s:
                Assert.Equal(expected.GetValue<string>(), s);
                break;
            case long n:
                Assert.Equal(JsonValueKind.Number, expected.GetValueKind());
                Assert.Equal(decimal.Parse(expected.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture), n);
                break;
            case double d:
                Assert.Equal(expected.GetValue<double>(), d);
                break;
            case double[] vector:
                Assert.Equal(expected.AsArray().Select(static item => item!.GetValue<double>()), vector);
                break;
            case string[] list:
                Assert.Equal(expected.AsArray().Select(static item => item!.GetValue<string>()), list);
                break;
            default:
                Assert.Fail($"{key} has the type {actual.GetType()}");
                break;
        }
    }

    private static void AssertEvents(JsonArray expected, ActivityEvent[] actual)
    {
        Assert.Equal(expected.Select(static e => e!["name"]!.GetValue<string>()), actual.Select(static e => e.Name));
        foreach (var e in actual)
        {
            if (e.Name == "exception")
            {
                Assert.Contains(e.Tags, static tag => tag.Key == "exception.type" && tag.Value is string { Length: > 0 });
                Assert.Contains(e.Tags, static tag => tag.Key == "exception.message" && tag.Value is string { Length: > 0 });
            }
            else
            {
                Assert.Empty(e.Tags);
            }
        }
    }

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
