using System.Text.Json;
using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Context;

public sealed class OpenInferenceContextTests
{
    [Fact]
    public void Scopes_Nested_InnerWinsPerAttributeAndIsUndone()
    {
        using (OpenInferenceContext.UseSession("outer"))
        using (OpenInferenceContext.UseUser("u"))
        using (OpenInferenceContext.UseMetadata(new Dictionary<string, object?> { ["a"] = 1 }))
        {
            using (OpenInferenceContext.UseSession("inner"))
            using (OpenInferenceContext.UseMetadata(new Dictionary<string, object?> { ["b"] = true }))
            {
                Assert.Equal("inner", OpenInferenceContext.Current.SessionId);
                Assert.Equal("u", OpenInferenceContext.Current.UserId);
                Assert.Equal("{\"b\":true}", OpenInferenceContext.Current.Metadata);
            }

            Assert.Equal("outer", OpenInferenceContext.Current.SessionId);
            Assert.Equal("{\"a\":1}", OpenInferenceContext.Current.Metadata);
        }

        Assert.Equal(ContextAttributes.Empty, OpenInferenceContext.Current);
    }

    [Fact]
    public void WriteTo_EmptyValues_WriteNothing()
    {
        var sink = new RecordingSink();

        new ContextAttributes { SessionId = "", Tags = [], Metadata = MetadataJson.From(new Dictionary<string, object?>()) }.WriteTo(sink);

        Assert.Empty(sink.Values);
    }

    [Fact]
    public void WriteTo_AllSet_UsesTheConventionsNames()
    {
        var sink = new RecordingSink();

        using (OpenInferenceContext.UsePromptTemplate("Hi {name}", "v2", new Dictionary<string, object?> { ["name"] = "Ann" }))
        using (OpenInferenceContext.UseTags("a", "b"))
        {
            OpenInferenceContext.Current.WriteTo(sink);
        }

        Assert.Equal("Hi {name}", sink["llm.prompt_template.template"]);
        Assert.Equal("v2", sink["llm.prompt_template.version"]);
        Assert.Equal("{\"name\":\"Ann\"}", sink["llm.prompt_template.variables"]);
        Assert.Equal(new[] { "a", "b" }, sink["tag.tags"]);
    }

    [Fact]
    public void Suppression_InsideScope_IsOnAndFlowsAndEnds()
    {
        Assert.False(OpenInferenceContext.IsTracingSuppressed);
        using (OpenInferenceContext.SuppressTracing())
        {
            Assert.True(OpenInferenceContext.IsTracingSuppressed);
        }

        Assert.False(OpenInferenceContext.IsTracingSuppressed);
    }

    [Fact]
    public void MetadataJson_EveryKindOfValue_IsJson()
    {
        var json = MetadataJson.From(new Dictionary<string, object?>
        {
            ["text"] = "ü\"",
            ["integer"] = long.MaxValue,
            ["decimal"] = 0.1m,
            ["double"] = 1e300,
            ["nan"] = double.NaN,
            ["null"] = null,
            ["list"] = new object?[] { 1, "x", false },
            ["nested"] = new Dictionary<string, object?> { ["k"] = 'c' },
        });

        using var parsed = JsonDocument.Parse(json!);
        Assert.Equal("ü\"", parsed.RootElement.GetProperty("text").GetString());
        Assert.Equal(long.MaxValue, parsed.RootElement.GetProperty("integer").GetInt64());
        Assert.Equal(0.1m, parsed.RootElement.GetProperty("decimal").GetDecimal());
        Assert.Equal(1e300, parsed.RootElement.GetProperty("double").GetDouble());
        Assert.Equal("NaN", parsed.RootElement.GetProperty("nan").GetString());
        Assert.Equal(3, parsed.RootElement.GetProperty("list").GetArrayLength());
        Assert.Equal("c", parsed.RootElement.GetProperty("nested").GetProperty("k").GetString());
    }
}
