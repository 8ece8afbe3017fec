using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Config;

public sealed class MaskingSinkTests
{
    private const string Redacted = TraceConfig.RedactedValue;
    private const string Dropped = "dropped";
    private const string Kept = "kept";
    private const string In = "llm.input_messages.0.";
    private const string Out = "llm.output_messages.0.";

    public static TheoryData<string, string, string> Rules => new()
    {
        { nameof(TraceConfig.HideLlmInvocationParameters), "llm.invocation_parameters", Dropped },
        { nameof(TraceConfig.HideLlmInvocationParameters), "input.value", Kept },
        { nameof(TraceConfig.HideLlmTools), "llm.tools.0.tool.json_schema", Dropped },
        { nameof(TraceConfig.HideLlmTools), "input.value", Kept },
        { nameof(TraceConfig.HideInputs), "llm.tools.0.tool.json_schema", Dropped },
        { nameof(TraceConfig.HideInputs), "input.value", Redacted },
        { nameof(TraceConfig.HideInputs), "input.mime_type", Dropped },
        { nameof(TraceConfig.HideInputs), In + "message.role", Dropped },
        { nameof(TraceConfig.HideInputs), "llm.prompts.0.prompt.text", Redacted },
        { nameof(TraceConfig.HideInputs), "embedding.embeddings.0.embedding.text", Redacted },
        { nameof(TraceConfig.HideInputs), "llm.invocation_parameters", Kept },
        { nameof(TraceConfig.HideInputs), "output.value", Kept },
        { nameof(TraceConfig.HideInputs), Out + "message.content", Kept },
        { nameof(TraceConfig.HideOutputs), "output.value", Redacted },
        { nameof(TraceConfig.HideOutputs), "output.mime_type", Dropped },
        { nameof(TraceConfig.HideOutputs), Out + "message.role", Dropped },
        { nameof(TraceConfig.HideOutputs), "llm.choices.0.completion.text", Redacted },
        { nameof(TraceConfig.HideOutputs), "embedding.embeddings.0.embedding.vector", Redacted },
        { nameof(TraceConfig.HideOutputs), "input.value", Kept },
        { nameof(TraceConfig.HideOutputs), "llm.finish_reason", Kept },
        { nameof(TraceConfig.HideInputMessages), In + "message.role", Dropped },
        { nameof(TraceConfig.HideInputMessages), "input.value", Redacted },
        { nameof(TraceConfig.HideInputMessages), "input.mime_type", Dropped },
        { nameof(TraceConfig.HideOutputMessages), Out + "message.tool_calls.0.tool_call.id", Dropped },
        { nameof(TraceConfig.HideOutputMessages), "output.value", Redacted },
        { nameof(TraceConfig.HideInputText), In + "message.content", Redacted },
        { nameof(TraceConfig.HideInputText), In + "message.contents.0.message_content.text", Redacted },
        { nameof(TraceConfig.HideInputText), In + "message.contents.0.message_content.type", Kept },
        { nameof(TraceConfig.HideInputText), In + "message.contents.0.message_content.image.image.url", Kept },
        { nameof(TraceConfig.HideInputText), In + "message.contents.0.message_content.audio.audio.url", Redacted },
        { nameof(TraceConfig.HideInputText), In + "message.tool_calls.0.tool_call.function.arguments", Redacted },
        { nameof(TraceConfig.HideInputText), In + "message.tool_calls.0.tool_call.function.name", Kept },
        { nameof(TraceConfig.HideInputText), "input.value", Redacted },
        { nameof(TraceConfig.HideInputText), Out + "message.content", Kept },
        { nameof(TraceConfig.HideOutputText), Out + "message.content", Redacted },
        { nameof(TraceConfig.HideOutputText), Out + "message.contents.1.message_content.text", Redacted },
        { nameof(TraceConfig.HideOutputText), Out + "message.tool_calls.0.tool_call.function.arguments", Redacted },
        { nameof(TraceConfig.HideOutputText), Out + "message.function_call_arguments_json", Redacted },
        { nameof(TraceConfig.HideOutputText), "output.value", Redacted },
        { nameof(TraceConfig.HideOutputText), In + "message.content", Kept },
        { nameof(TraceConfig.HideInputImages), In + "message.contents.0.message_content.image.image.url", Dropped },
        { nameof(TraceConfig.HideInputImages), In + "message.contents.0.message_content.type", Kept },
        { nameof(TraceConfig.HideInputImages), "input.value", Redacted },
        { nameof(TraceConfig.HidePrompts), "llm.prompts.0.prompt.text", Redacted },
        { nameof(TraceConfig.HidePrompts), "input.value", Redacted },
        { nameof(TraceConfig.HideChoices), "llm.choices.0.completion.text", Redacted },
        { nameof(TraceConfig.HideChoices), "output.value", Redacted },
        { nameof(TraceConfig.HideEmbeddingsVectors), "embedding.embeddings.0.embedding.vector", Redacted },
        { nameof(TraceConfig.HideEmbeddingsVectors), "output.value", Redacted },
        { nameof(TraceConfig.HideEmbeddingsText), "embedding.embeddings.0.embedding.text", Redacted },
        { nameof(TraceConfig.HideEmbeddingsText), "input.value", Redacted },
        { nameof(TraceConfig.HideEmbeddingsText), "embedding.embeddings.0.embedding.vector", Kept },
    };

    public static TheoryData<string, string, string> CompatibleRules => new()
    {
        { nameof(TraceConfig.HideInputMessages), "input.value", Kept },
        { nameof(TraceConfig.HideInputText), "input.value", Kept },
        { nameof(TraceConfig.HideInputText), "input.mime_type", Kept },
        { nameof(TraceConfig.HideInputText), In + "message.content", Redacted },
        { nameof(TraceConfig.HideInputImages), "input.value", Kept },
        { nameof(TraceConfig.HidePrompts), "input.value", Kept },
        { nameof(TraceConfig.HideEmbeddingsText), "input.value", Kept },
        { nameof(TraceConfig.HideOutputMessages), "output.value", Kept },
        { nameof(TraceConfig.HideOutputText), "output.value", Kept },
        { nameof(TraceConfig.HideOutputText), Out + "message.tool_calls.0.tool_call.function.arguments", Kept },
        { nameof(TraceConfig.HideChoices), "output.value", Kept },
        { nameof(TraceConfig.HideEmbeddingsVectors), "output.value", Kept },
        { nameof(TraceConfig.HideInputs), "embedding.embeddings.0.embedding.text", Kept },
        { nameof(TraceConfig.HideInputs), "input.value", Redacted },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OneOptionOn_HidesItEverywhere(string option, string key, string expected)
    {
        Assert.Equal(expected, Outcome(With(option), key));
    }

    [Theory]
    [MemberData(nameof(CompatibleRules))]
    public void Rule_StrictCompatibility_HidesWhatPythonHides(string option, string key, string expected)
    {
        Assert.Equal(expected, Outcome(With(option) with { StrictCompatibility = true }, key));
    }

    [Theory]
    [InlineData("data:image/png;base64,AAAAAAAA", 30, "data:image/png;base64,AAAAAAAA")]
    [InlineData("data:image/png;base64,AAAAAAAA", 29, Redacted)]
    [InlineData("data:image/png,AAAAAAAAAAAAAAA", 10, "data:image/png,AAAAAAAAAAAAAAA")]
    [InlineData("https://example.com/base64.png", 10, "https://example.com/base64.png")]
    public void Image_LongerThanLimit_IsRedactedWhole(string url, int limit, string expected)
    {
        var sink = new RecordingSink();

        new MaskingSink(sink, TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = limit })
            .Set(In + "message.contents.0.message_content.image.image.url", url);

        Assert.Equal(expected, Assert.Single(sink.Values).Value);
    }

    [Theory]
    [InlineData("https://blobs.example.com/1.png", "https://blobs.example.com/1.png")]
    [InlineData("not absolute", Redacted)]
    [InlineData(null, Redacted)]
    public void Image_WithUploader_IsReplacedByAbsoluteUri(string? answer, string expected)
    {
        byte[]? uploaded = null;
        var config = TraceConfig.IgnoringEnvironment with
        {
            Base64ImageMaxLength = 10,
            BlobUploader = (content, mime) =>
            {
                Assert.Equal("image/png", mime);
                uploaded = content.ToArray();
                return answer;
            },
        };
        var sink = new RecordingSink();

        new MaskingSink(sink, config).Set(In + "message.contents.0.message_content.image.image.url", "data:image/png;base64,AQIDBA==");

        Assert.Equal(expected, Assert.Single(sink.Values).Value);
        Assert.Equal([1, 2, 3, 4], uploaded);
    }

    [Fact]
    public void Image_UploaderThrows_IsRedacted()
    {
        var config = TraceConfig.IgnoringEnvironment with { Base64ImageMaxLength = 10, BlobUploader = static (_, _) => throw new InvalidOperationException() };
        var sink = new RecordingSink();

        new MaskingSink(sink, config).Set(In + "message.contents.0.message_content.image.image.url", "data:image/png;base64,AQIDBA==");

        Assert.Equal(Redacted, Assert.Single(sink.Values).Value);
    }

    private static TraceConfig With(string option)
    {
        var config = TraceConfig.IgnoringEnvironment with { };
        typeof(TraceConfig).GetProperty(option)!.SetValue(config, value: true);
        return config;
    }

    private static string Outcome(TraceConfig config, string key)
    {
        var sink = new RecordingSink();
        new MaskingSink(sink, config).Set(key, "text");
        return sink[key] switch
        {
            null => Dropped,
            "text" => Kept,
            var other => (string)other,
        };
    }
}
