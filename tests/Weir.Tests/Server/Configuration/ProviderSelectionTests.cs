using System.Text;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary>Which providers are on.</summary>
public sealed class ProviderSelectionTests
{
    [Fact]
    public void Of_NothingSet_NobodyIsOn()
    {
        var selection = Select("{}");

        Assert.Empty(selection.Providers);
        Assert.Empty(selection.Warnings);
        Assert.NotEmpty(selection.Models);
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "openai")]
    [InlineData("MISTRAL_API_KEY", "mistral")]
    [InlineData("GROQ_API_KEY", "groq")]
    [InlineData("DEEPSEEK_API_KEY", "deepseek")]
    [InlineData("XAI_API_KEY", "xai")]
    [InlineData("TOGETHER_API_KEY", "together")]
    [InlineData("ANTHROPIC_API_KEY", "anthropic")]
    [InlineData("AWS_BEARER_TOKEN_BEDROCK", "amazon-bedrock")]
    [InlineData("OPENROUTER_API_KEY", "openrouter")]
    public void Of_UsualVariable_SwitchesItsProviderOn(string variable, string slug)
    {
        var provider = Assert.Single(Select("{}", (variable, "secret")).Providers);

        Assert.Equal((slug, "secret"), (provider.Slug, provider.ApiKey));
        Assert.EndsWith("/", provider.BaseUrl.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(Select("{}").Models, model => model.Endpoints.Any(endpoint => endpoint.Provider == slug && endpoint.HasPrice));
    }

    [Theory]
    [InlineData(null, null, "https://bedrock-runtime.us-east-1.amazonaws.com/")]
    [InlineData(null, "ap-south-1", "https://bedrock-runtime.ap-south-1.amazonaws.com/")]
    [InlineData("eu-central-1", "ap-south-1", "https://bedrock-runtime.eu-central-1.amazonaws.com/")]
    [InlineData("evil.example/#", null, null)]
    public void Of_Bedrock_IsInTheRegionOfTheEnvironment(string? region, string? fallback, string? address)
    {
        var selection = Select("{}", ("AWS_BEARER_TOKEN_BEDROCK", "secret"), ("AWS_REGION", region ?? ""), ("AWS_DEFAULT_REGION", fallback ?? ""));

        Assert.Equal(address, selection.Providers.SingleOrDefault()?.BaseUrl.AbsoluteUri);
        Assert.Equal(address is null, selection.Warnings.Length == 1);
    }

    [Fact]
    public void Of_AccessKey_AloneSwitchesNothingOn() => Assert.Empty(Select("{}", ("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "s")).Providers);

    [Fact]
    public void Of_BedrockWithoutAKey_TakesTheVariablesOfAws()
    {
        const string Config = """{"providers":{"aws":{"dialect":"bedrock","base_url":"https://proxy.example"}}}""";

        var signed = Select(Config, ("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "s\"/+"), ("AWS_SESSION_TOKEN", "t"), ("AWS_REGION", "eu-west-1"));
        var lasting = Select(Config, ("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "s"));
        var bearer = Select(Config, ("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_BEARER_TOKEN_BEDROCK", "key"));
        var none = Select(Config);

        Assert.Equal("""{"accessKeyId":"AKIA","secretAccessKey":"s\u0022/\u002B","sessionToken":"t","region":"eu-west-1"}""", signed.Providers[0].ApiKey);
        Assert.Equal("""{"accessKeyId":"AKIA","secretAccessKey":"s","sessionToken":null,"region":null}""", lasting.Providers[0].ApiKey);
        Assert.Equal("key", bearer.Providers.Single(provider => provider.Slug == "aws").ApiKey);
        Assert.Null(none.Providers[0].ApiKey);
    }

    [Fact]
    public void Of_EmptyVariable_IsUnset() => Assert.Empty(Select("{}", ("OPENAI_API_KEY", "")).Providers);

    [Fact]
    public void Of_OpenRouterKeyForOpenAI_IsNotSentThere()
    {
        var selection = Select("{}", ("OPENAI_API_KEY", "sk-or-v1-abc"));

        Assert.Empty(selection.Providers);
        var warning = Assert.Single(selection.Warnings);
        Assert.Contains("OPENROUTER_API_KEY", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://acme.openai.azure.com", "https://acme.openai.azure.com/")]
    [InlineData("https://acme.openai.azure.com/openai/v1/", "https://acme.openai.azure.com/openai/v1/")]
    public void Of_AzureWithItsAddress_IsOn(string address, string expected)
    {
        var selection = Select("{}", ("AZURE_OPENAI_API_KEY", "secret"), ("AZURE_OPENAI_ENDPOINT", address));

        var provider = Assert.Single(selection.Providers);
        Assert.Equal(("azure", "azure-openai", expected), (provider.Slug, provider.Dialect, provider.BaseUrl.AbsoluteUri));
        Assert.Empty(selection.Warnings);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("acme")]
    [InlineData("ftp://acme")]
    public void Of_AzureWithoutAnAddress_IsOffWithAWarning(string? address)
    {
        var selection = Select("{}", address is null ? [("AZURE_OPENAI_API_KEY", "secret")] : [("AZURE_OPENAI_API_KEY", "secret"), ("AZURE_OPENAI_ENDPOINT", address)]);

        Assert.Empty(selection.Providers);
        var warning = Assert.Single(selection.Warnings);
        Assert.Contains("AZURE_OPENAI_ENDPOINT", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FileWithoutCredential_IsOn()
    {
        var provider = Assert.Single(Select(File("")).Providers);

        Assert.Equal(("acme", null), (provider.Slug, provider.ApiKey));
    }

    [Fact]
    public void Of_FileWithCredential_IsOn() => Assert.Equal("k", Assert.Single(Select(File(""", "api_key": "k" """)).Providers).ApiKey);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Of_FileWhoseVariableIsUnset_IsOffWithAWarning(string? value)
    {
        var selection = Select(File(""", "api_key_env": "ACME_API_KEY" """), ("ACME_API_KEY", value));

        Assert.Empty(selection.Providers);
        Assert.StartsWith("ACME_API_KEY is not set: provider \"acme\" is off.", Assert.Single(selection.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FileWhoseVariableIsSet_IsOnWithIt() =>
        Assert.Equal("secret", Assert.Single(Select(File(""", "api_key_env": "ACME_API_KEY" """), ("ACME_API_KEY", "secret")).Providers).ApiKey);

    [Fact]
    public void Of_FileThatDescribesABuiltInProvider_Overrides()
    {
        const string Json = """{"providers":{"openai":{"dialect":"openai","base_url":"http://127.0.0.1:1/v1","api_key":"own"}}}""";

        var provider = Assert.Single(Select(Json, ("OPENAI_API_KEY", "usual")).Providers);

        Assert.Equal(("own", "http://127.0.0.1:1/v1/"), (provider.ApiKey, provider.BaseUrl.AbsoluteUri));
    }

    [Fact]
    public void Of_FileThatDescribesABuiltInModel_Overrides()
    {
        const string Json = """
            {"providers":{"acme":{"dialect":"openai","base_url":"http://127.0.0.1:1/v1"}},
             "models":{"OpenAI/GPT-4o":{"endpoints":[{"provider":"acme","upstream_model":"own"}]}}}
            """;

        var models = Select(Json).Models;

        var model = Assert.Single(models, model => string.Equals(model.Slug, "openai/gpt-4o", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("own", Assert.Single(model.Endpoints).UpstreamModel);
        Assert.Equal("OpenAI/GPT-4o", models[0].Slug);
    }

    private static string File(string more) =>
        """{"providers":{"acme":{"dialect":"openai","base_url":"http://127.0.0.1:1/v1" MORE}}}""".Replace("MORE", more, StringComparison.Ordinal);

    private static ProviderSelection Select(string json, params (string Name, string? Value)[] environment) => ProviderSelection.Of(
        ConfigurationReader.Read(Encoding.UTF8.GetBytes(json)),
        name => Array.Find(environment, variable => variable.Name == name).Value,
        imported: []);
}
