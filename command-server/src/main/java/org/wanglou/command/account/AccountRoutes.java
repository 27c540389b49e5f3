package org.wanglou.command.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wanglou.command.http.Answer;
import org.wanglou.command.http.Api;
import org.wanglou.command.http.Call;
import org.wanglou.command.http.Gate;
import org.wanglou.command.session.Caller;
import org.wanglou.command.session.ChangePassword;
import org.wanglou.command.session.ChangeUser;
import org.wanglou.command.session.CreateToken;
import org.wanglou.command.session.CreateUser;
import org.wanglou.command.session.Right;
import org.wanglou.command.session.Role;
import org.wanglou.command.session.SignIn;
import org.wanglou.command.session.SignOut;
import org.wanglou.command.session.User;
import org.wanglou.command.session.UserChange;

/** Operations of the contract's tag {@code session}. */
public final class AccountRoutes {
  private final Gate gate;
  private final SignIn signIn;
  private final SignOut signOut;
  private final ChangePassword changePassword;
  private final CreateUser createUser;
  private final ChangeUser changeUser;
  private final CreateToken createToken;

  public AccountRoutes(
      Gate gate,
      SignIn signIn,
      SignOut signOut,
      ChangePassword changePassword,
      CreateUser createUser,
      ChangeUser changeUser,
      CreateToken createToken) {
    this.gate = gate;
    this.signIn = signIn;
    this.signOut = signOut;
    this.changePassword = changePassword;
    this.createUser = createUser;
    this.changeUser = changeUser;
    this.createToken = createToken;
  }

  public void register(Api api) {
    api.on("signIn", this::signIn)
        .on("getSession", call -> Answer.ok(session(call.caller())))
        .on("signOut", this::signOut)
        .on("changePassword", this::changePassword)
        .on("createToken", Right.MAKE_TOKEN, this::createToken)
        .on("listUsers", Right.MANAGE_USERS, this::listUsers)
        .on("createUser", Right.MANAGE_USERS, this::createUser)
        .on("changeUser", Right.MANAGE_USERS, this::changeUser);
  }

  private Answer signIn(Call call) {
    var opened =
        signIn.signIn(
            call.body().getString("username"), call.body().getString("password"), call.address());
    return Answer.ok(session(opened.caller())).header("Set-Cookie", gate.cookie(opened.cookie()));
  }

  private Answer signOut(Call call) {
    signOut.signOut(call.caller());
    return Answer.noContent().header("Set-Cookie", gate.expiredCookie());
  }

  private Answer changePassword(Call call) {
    changePassword.change(
        call.caller(),
        call.body().getString("old_password"),
        call.body().getString("new_password"));
    return Answer.noContent();
  }

  private Answer createToken(Call call) {
    var made =
        createToken.create(
            call.principal(),
            call.body().getString("label"),
            Optional.ofNullable(call.body().getString("expires_at"))
                .map(text -> OffsetDateTime.parse(text).toInstant()));
    return Answer.created(
        new JsonObject()
            .put("id", made.id().toString())
            .put("token", made.secret())
            .put("label", made.label())
            .put("expires_at", made.expiresAt().map(Instant::toString).orElse(null)));
  }

  private Answer listUsers(Call call) {
    var users = createUser.all(call.principal()).stream().map(User::toJson).toList();
    return Answer.ok(new JsonObject().put("results", new JsonArray(users)).putNull("next"));
  }

  private Answer createUser(Call call) {
    var wish = call.body();
    return Answer.created(
        createUser
            .create(
                call.principal(),
                wish.getString("username"),
                wish.getString("display_name"),
                roles(wish.getJsonArray("roles")),
                wish.getString("password"))
            .toJson());
  }

  private Answer changeUser(Call call) {
    var wish = call.body();
    var change =
        new UserChange(
            Optional.ofNullable(wish.getString("display_name")),
            Optional.ofNullable(wish.getJsonArray("roles")).map(AccountRoutes::roles),
            Optional.ofNullable(wish.getBoolean("disabled")),
            Optional.ofNullable(wish.getString("password")));
    return Answer.ok(changeUser.change(call.principal(), call.pathUuid("id"), change).toJson());
  }

  private static Set<Role> roles(JsonArray codes) {
    return codes.stream().map(code -> Role.of((String) code)).collect(Collectors.toSet());
  }

  private static JsonObject session(Caller caller) {
    var json =
        new JsonObject()
            .put("user", caller.user().toJson())
            .put("csrf_token", caller.csrfToken().orElse(""));
    caller.expiresAt().ifPresent(end -> json.put("expires_at", end.toString()));
    return json;
  }
}
