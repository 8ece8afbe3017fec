using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Weir.Server.Tests.Auth;

/// <summary>A key that signs tokens, made by hand so that a test can also make tokens that no library would.</summary>
internal sealed class TokenKey(string id, string algorithm, Func<byte[], byte[]> sign, JsonObject published)
{
    public static TokenKey Rsa(string id)
    {
        var rsa = RSA.Create(2048);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new TokenKey(
            id,
            "RS256",
            data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(parameters.Modulus!), ["e"] = Base64Url.EncodeToString(parameters.Exponent!) });
    }

    public static TokenKey Curve(string id)
    {
        var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = curve.ExportParameters(includePrivateParameters: false).Q;
        return new TokenKey(
            id,
            "ES256",
            data => curve.SignData(data, HashAlgorithmName.SHA256),
            new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X!), ["y"] = Base64Url.EncodeToString(point.Y!) });
    }

    public JsonObject Published()
    {
        var key = (JsonObject)published.DeepClone();
        key["kid"] = id;
        key["use"] = "sig";
        return key;
    }

    public string Sign(JsonObject claims) => Sign(claims, algorithm, sign);

    /// <summary>A token that nobody signed.</summary>
    public string Unsigned(JsonObject claims) => Sign(claims, "none", _ => []);

    /// <summary>A token whose "secret" is the public key, which everybody has.</summary>
    public string SignedWithPublicKey(JsonObject claims) =>
        Sign(claims, "HS256", data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(published["n"]!.GetValue<string>()), data));

    private string Sign(JsonObject claims, string named, Func<byte[], byte[]> signature)
    {
        var head = Encode(new JsonObject { ["alg"] = named, ["kid"] = id, ["typ"] = "JWT" }) + "." + Encode(claims);
        return head + "." + Base64Url.EncodeToString(signature(Encoding.ASCII.GetBytes(head)));
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
