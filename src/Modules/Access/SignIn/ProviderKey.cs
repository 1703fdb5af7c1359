using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Registry.Access.Clients;
using Registry.Access.Database;
using Registry.Access.SignIn.Outside;
using Registry.Basics;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <summary>A sealed key pair of the embedded provider.</summary>
[NoSubject("keys of the sign-in provider")]
internal sealed class ProviderKey : ISealedRow
{
    public const string Purpose = "provider-key";

    public Guid Id { get; init; }

    [SealedAs(Purpose)]
    public required byte[] Sealed { get; init; }
    public int SealNo { get; set; }
}
