using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Config;

public sealed class TraceConfigTests
{
    [Fact]
    public void Options_NothingSet_AreOff()
    {
        var config = TraceConfig.IgnoringEnvironment;

        Assert.True(config.HidesNothing);
        Assert.Equal(32_000, config.Base64ImageMaxLength);
        Assert.False(config.EnableGenAISemconv);
        Assert.Null(config.BlobUploader);
    }

    [Theory]
    [InlineData("OPENINFERENCE_HIDE_LLM_INVOCATION_PARAMETERS", nameof(TraceConfig.HideLlmInvocationParameters))]
    [InlineData("OPENINFERENCE_HIDE_LLM_TOOLS", nameof(TraceConfig.HideLlmTools))]
    [InlineData("OPENINFERENCE_HIDE_INPUTS", nameof(TraceConfig.HideInputs))]
    [InlineData("OPENINFERENCE_HIDE_OUTPUTS", nameof(TraceConfig.HideOutputs))]
    [InlineData("OPENINFERENCE_HIDE_INPUT_MESSAGES", nameof(TraceConfig.HideInputMessages))]
    [InlineData("OPENINFERENCE_HIDE_OUTPUT_MESSAGES", nameof(TraceConfig.HideOutputMessages))]
    [InlineData("OPENINFERENCE_HIDE_INPUT_TEXT", nameof(TraceConfig.HideInputText))]
    [InlineData("OPENINFERENCE_HIDE_OUTPUT_TEXT", nameof(TraceConfig.HideOutputText))]
    [InlineData("OPENINFERENCE_HIDE_INPUT_IMAGES", nameof(TraceConfig.HideInputImages))]
    [InlineData("OPENINFERENCE_HIDE_PROMPTS", nameof(TraceConfig.HidePrompts))]
    [InlineData("OPENINFERENCE_HIDE_CHOICES", nameof(TraceConfig.HideChoices))]
    [InlineData("OPENINFERENCE_HIDE_EMBEDDINGS_VECTORS", nameof(TraceConfig.HideEmbeddingsVectors))]
    [InlineData("OPENINFERENCE_HIDE_EMBEDDING_VECTORS", nameof(TraceConfig.HideEmbeddingsVectors))]
    [InlineData("OPENINFERENCE_HIDE_EMBEDDINGS_TEXT", nameof(TraceConfig.HideEmbeddingsText))]
    [InlineData("OPENINFERENCE_ENABLE_GENAI_SEMCONV", nameof(TraceConfig.EnableGenAISemconv))]
    public void Option_VariableIsTrueInAnyCase_IsOnAndAlone(string variable, string property)
    {
        var config = new TraceConfig(name => name == variable ? "TRUE" : null);

        var on = typeof(TraceConfig).GetProperties().Where(p => p.PropertyType == typeof(bool) && (bool)p.GetValue(config)!).Select(p => p.Name);
        Assert.Equal([property], on);
    }

    [Fact]
    public void Option_SetInCode_WinsOverVariable()
    {
        var config = new TraceConfig(static _ => "true") { HideInputs = false };

        Assert.False(config.HideInputs);
        Assert.True(config.HideOutputs);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("")]
    public void Option_VariableIsNeitherTrueNorFalse_IsDefault(string value)
    {
        Assert.True(new TraceConfig(_ => value).HidesNothing);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-1", 32_000)]
    [InlineData("many", 32_000)]
    public void MaxLength_FromVariable_OnlyWholeNumbersCount(string value, int expected)
    {
        Assert.Equal(expected, new TraceConfig(n => n == "OPENINFERENCE_BASE64_IMAGE_MAX_LENGTH" ? value : null).Base64ImageMaxLength);
    }

    [Fact]
    public void Uploader_NamedByVariable_IsTheRegisteredOne()
    {
        BlobUploader uploader = static (_, _) => "https://example.com/x.png";
        BlobUploaders.Register("trace-config-tests", uploader);

        Assert.Same(uploader, new TraceConfig(n => n == "OPENINFERENCE_BLOB_UPLOADER" ? "trace-config-tests" : null).BlobUploader);
        Assert.Null(new TraceConfig(n => n == "OPENINFERENCE_BLOB_UPLOADER" ? "unknown" : null).BlobUploader);
    }
}
