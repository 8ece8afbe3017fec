using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Weir.Server.Tests.Auth;

/// <summary>An identity provider on loopback that signs what a test says. It keeps the promises of PKCE: a code is good once, with its verifier.</summary>
internal sealed class FakeIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "weir-test";

    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<string, (string Challenge, string Token)> _codes = new();

    private FakeIdentityProvider(WebApplication web) => _web = web;

    public string Issuer => _web.Urls.First();

    /// <summary>What the discovery document calls it; null: what it is.</summary>
    public string? NamedIssuer { get; set; }

    public bool SendsIssuer { get; set; }

    /// <summary>The keys it publishes.</summary>
    public List<TokenKey> Keys { get; } = [TokenKey.Rsa("first")];

    public int KeySetsRead { get; private set; }

    /// <summary>The Authorization header of the last exchange.</summary>
    public string? Authorization { get; private set; }

    public static async Task<FakeIdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var provider = new FakeIdentityProvider(web);
        web.Run(provider.AnswerAsync);
        await web.StartAsync();
        return provider;
    }

    /// <summary>A code for a token; good once, for whoever knows the verifier behind the challenge.</summary>
    public string CodeFor(string challenge, string token)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (challenge, token);
        return code;
    }

    /// <summary>The claims of a token that is good now.</summary>
    public JsonObject Claims(string nonce, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["sub"] = "subject-1",
        ["aud"] = ClientId,
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        ["nonce"] = nonce,
        ["email"] = "jane@example.com",
        ["email_verified"] = true,
        ["given_name"] = "Jane",
        ["family_name"] = "Doe",
    };

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => WriteAsync(context, 200, Discovery().ToJsonString()),
        "/keys" => KeysAsync(context),
        "/token" => ExchangeAsync(context),
        _ => WriteAsync(context, 404, "{}"),
    };

    private JsonObject Discovery() => new()
    {
        ["issuer"] = NamedIssuer ?? Issuer,
        ["authorization_endpoint"] = Issuer + "/authorize",
        ["token_endpoint"] = Issuer + "/token",
        ["jwks_uri"] = Issuer + "/keys",
        ["authorization_response_iss_parameter_supported"] = SendsIssuer,
    };

    private Task KeysAsync(HttpContext context)
    {
        KeySetsRead++;
        return WriteAsync(context, 200, new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Published())]) }.ToJsonString());
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Authorization = context.Request.Headers.Authorization;
        var verifier = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var entry) || entry.Challenge != verifier || form["grant_type"] != "authorization_code")
        {
            await WriteAsync(context, 400, """{"error":"invalid_grant"}""");
            return;
        }

        await WriteAsync(context, 200, new JsonObject { ["access_token"] = "a", ["token_type"] = "Bearer", ["id_token"] = entry.Token }.ToJsonString());
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
