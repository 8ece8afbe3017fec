using System.Net;
using System.Net.Sockets;
using Weir.Server.Composition;
using Weir.Server.Diagnosis;
using Weir.Server.Tests.Auth;
using Weir.Server.Tests.Notifications;
using Xunit;

namespace Weir.Server.Tests.Cli;

/// <summary>What <c>weir doctor</c> says about those whom the server depends on beside its providers.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-doctor-").FullName;

    [Fact]
    public async Task IdentityProvider_ThatNamesItselfAsConfigured_IsGood()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();

        var finding = await OneAsync("sign-in:", Oidc(provider.Issuer));

        Assert.Equal(FindingSeverity.Good, finding.Severity);
    }

    [Fact]
    public async Task IdentityProvider_OfAnotherName_IsWrong()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        provider.NamedIssuer = "https://elsewhere.example.com";

        var finding = await OneAsync("sign-in:", Oidc(provider.Issuer));

        Assert.Equal(FindingSeverity.Wrong, finding.Severity);
        Assert.Contains("names the issuer 'https://elsewhere.example.com'", finding.Text, StringComparison.Ordinal);
        Assert.Contains("check oidc.issuer", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdentityProvider_WithoutKeys_IsWrong()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();
        provider.Keys.Clear();

        Assert.Contains("has no key", (await OneAsync("sign-in:", Oidc(provider.Issuer))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdentityProvider_ThatIsNotThere_IsWrong() =>
        Assert.Equal(FindingSeverity.Wrong, (await OneAsync("sign-in:", Oidc("http://127.0.0.1:1"))).Severity);

    [Fact]
    public async Task IdentityProvider_WhoseSecretIsNotSet_IsWrong()
    {
        await using var provider = await FakeIdentityProvider.StartAsync();

        var findings = await ExamineAsync(Oidc(provider.Issuer, """ "client_secret_env": "WEIR_OIDC_SECRET", """));

        Assert.Contains(findings, finding => finding.Severity == FindingSeverity.Wrong && finding.Text.StartsWith("sign-in: the variable WEIR_OIDC_SECRET is not set", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MailServer_ThatGreets_IsGood()
    {
        await using var server = new FakeMailServer();

        var finding = await OneAsync("mail:", Mail(server.Port, "none"));

        Assert.Equal((FindingSeverity.Good, $"mail: the server at 127.0.0.1:{server.Port} greets"), (finding.Severity, finding.Text));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task MailServer_WithoutTheSecurityThatIsConfigured_IsWrong()
    {
        await using var server = new FakeMailServer();

        var finding = await OneAsync("mail:", Mail(server.Port, "starttls"));

        Assert.Equal(FindingSeverity.Wrong, finding.Severity);
        Assert.Contains("notifications.mail.security", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MailServer_ThatIsNotThere_IsWrong() =>
        Assert.Contains("notifications.mail.host", (await OneAsync("mail:", Mail(1, "none"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task MailServer_ThatSaysNothing_IsWrongAfterAShortWhile()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var finding = await OneAsync("mail:", Mail(((IPEndPoint)listener.LocalEndpoint).Port, "none"));

        Assert.Equal(FindingSeverity.Wrong, finding.Severity);
        Assert.Contains("did not greet within 5 seconds", finding.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Oidc(string issuer, string extra = "") =>
        $$"""{ "oidc": { {{extra}} "issuer": "{{issuer}}", "client_id": "weir-test", "redirect_uri": "https://weir.example.com/auth/oidc/callback" } }""";

    private static string Mail(int port, string security) =>
        $$"""{ "notifications": { "mail": { "host": "127.0.0.1", "port": {{port}}, "security": "{{security}}", "from": "weir@example.com", "to": ["ops@example.com"] } } }""";

    private async Task<Finding> OneAsync(string prefix, string config) =>
        Assert.Single(await ExamineAsync(config), finding => finding.Text.StartsWith(prefix, StringComparison.Ordinal));

    private async Task<IReadOnlyList<Finding>> ExamineAsync(string config)
    {
        var file = Path.Combine(_folder, "weir.json");
        await File.WriteAllTextAsync(file, config);
        var options = new WeirServerOptions { Urls = "http://127.0.0.1:0", DataFolder = Path.Combine(_folder, "data"), ConfigFile = file, Environment = _ => null };
        return await Doctor.ExamineAsync(options, TestContext.Current.CancellationToken);
    }
}
