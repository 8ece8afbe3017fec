using System.Text;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Server.Tests.Auth;

/// <summary>The identity provider in <c>weir.json</c>: what cannot be safe is refused at the start.</summary>
public sealed class OidcSectionTests
{
    private const string Good = """ "issuer": "https://login.example.com", "client_id": "weir", "redirect_uri": "https://weir.example.com/auth/oidc/callback" """;

    [Fact]
    public void Section_WithWhatIsNeeded_HasTheDefaults()
    {
        var oidc = Read(Good).Oidc!;

        Assert.Equal(("single sign-on", true, TimeSpan.FromHours(12)), (oidc.Name, oidc.Provisioning, oidc.SessionLifetime));
        Assert.Equal(["openid", "email", "profile"], oidc.Scopes);
        Assert.Null(Read("", "{}").Oidc);
    }

    [Theory]
    [InlineData("https://login.example.com", "http://login.example.com", "oidc.issuer")]
    [InlineData("https://login.example.com", "https://login.example.com?a=b", "oidc.issuer")]
    [InlineData("/auth/oidc/callback", "/elsewhere", "oidc.redirect_uri")]
    [InlineData("https://weir.example.com", "http://weir.example.com", "oidc.redirect_uri")]
    [InlineData("\"client_id\": \"weir\",", "", "oidc.client_id")]
    [InlineData("\"client_id\": \"weir\",", "\"client_id\": \"weir\", \"scopes\": [\"email\"],", "oidc.scopes")]
    [InlineData("\"client_id\": \"weir\",", "\"client_id\": \"weir\", \"admins\": { \"claim\": \"groups\" },", "oidc.admins.values")]
    [InlineData("\"client_id\": \"weir\",", "\"client_id\": \"weir\", \"session_hours\": 1000,", "oidc.session_hours")]
    [InlineData("\"client_id\": \"weir\",", "\"client_id\": \"weir\", \"client_secret\": \"x\",", "oidc.client_secret")]
    public void Section_ThatCannotBeSafe_IsReported(string part, string other, string error)
    {
        var wrong = Assert.Throws<ConfigurationException>(() => Read(Good.Replace(part, other, StringComparison.Ordinal)));

        Assert.Contains(wrong.Errors, text => text.StartsWith(error, StringComparison.Ordinal));
    }

    private static WeirConfiguration Read(string section, string? whole = null) => ConfigurationReader.Read(Encoding.UTF8.GetBytes(whole ?? $$"""{ "oidc": { {{section}} } }"""));
}
